package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.Agreement;
import cn.mingjian.report.source.Agreement.Area;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.StationProfile;
import java.util.ArrayList;
import java.util.List;

/** 一、基本情况: the station, the agreement, its areas and whom it reaches. What is unknown is not mentioned. */
final class BasicsChapter {

    private BasicsChapter() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(1, "基本情况", numbers);
        sheet.text(station(sources.station())).text(agreement(sources));
        List<Area> areas = sources.agreement().areas();
        if (!areas.isEmpty()) {
            sheet.text("按服务协议，社工站的服务区域划分为" + areas.size() + "个片区，各片区投入社工及所辖村（居）见下表。");
            sheet.table(
                    "片区划分及人员投入",
                    List.of("16", "14", "70"),
                    List.of("片区", "投入社工（人）", "所辖村（居）"),
                    areas.stream().map(BasicsChapter::row).toList());
            sheet.remark("投入社工人数由承办方报送。");
        }
        return sheet.text(coverage(sources.station(), sources.evaluation())).section();
    }

    private static String station(StationProfile station) {
        List<String> facts = new ArrayList<>();
        if (station.founded() != null) {
            facts.add("成立于" + Wording.monthOf(station.founded()));
        }
        if (station.town() != null) {
            facts.add("服务于" + station.town());
        }
        if (station.population() != null) {
            facts.add("辖区人口" + station.population() + "人");
        }
        if (station.sites() != null) {
            facts.add("设有" + station.sites() + "个社工服务点");
        }
        return station.name() + "（以下简称社工站）" + (facts.isEmpty() ? "为本次评估对象。" : String.join("，", facts) + "。");
    }

    private static String agreement(ReportSources sources) {
        Agreement agreement = sources.agreement();
        StringBuilder text = new StringBuilder("社工站服务");
        sources.evaluation().policy().party("PURCHASER").ifPresent(purchaser -> text.append("由")
                .append(purchaser.organisation())
                .append("购买，"));
        text.append("由").append(agreement.operator()).append("承接运营。服务协议自");
        text.append(Wording.day(agreement.from())).append("起至").append(Wording.day(agreement.to()));
        text.append("止");
        if (agreement.serviceYear() != null) {
            text.append("，本服务年度为").append(Wording.day(agreement.serviceYear().from()));
            text.append("至").append(Wording.day(agreement.serviceYear().to()));
        }
        if (agreement.annualFee() != null) {
            text.append("，年度服务经费").append(Wording.yuan(agreement.annualFee()));
        }
        text.append("，协议要求配备社工").append(agreement.requiredStaff()).append("人。");
        return text.toString();
    }

    private static Row row(Area area) {
        return Sheet.row(
                Cell.text(area.name()),
                Cell.number(area.workers() == null ? null : area.workers().toString()),
                Cell.text(area.communities() == null ? Wording.UNKNOWN : String.join("、", area.communities())));
    }

    private static String coverage(StationProfile station, EvaluationFile evaluation) {
        StationProfile.Coverage coverage = station.coverage();
        if (coverage == null) {
            return "";
        }
        List<String> facts = new ArrayList<>();
        if (coverage.households() != null) {
            facts.add("建立家庭档案" + coverage.households() + "户");
        }
        if (coverage.persons() != null) {
            facts.add("建档服务对象" + coverage.persons() + "人");
        }
        if (coverage.residentsServed() != null) {
            facts.add("服务社区居民" + coverage.residentsServed() + "人次");
        }
        return facts.isEmpty()
                ? ""
                : "截至" + Wording.day(evaluation.evidence().to()) + "，社工站" + String.join("，", facts) + "。";
    }
}
