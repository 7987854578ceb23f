package cn.mingjian.report.content;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.Achievement.Resource;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.StaffingFile.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** 附件3: what the station won for its work; 附件4: training and supervision. */
final class SupportAnnexes {

    private SupportAnnexes() {}

    static ReportContent.Section resources(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.annex(3, "服务资源整合汇总表", false, numbers);
        List<Resource> resources = sources.achievement().resources();
        if (resources == null || resources.isEmpty()) {
            return sheet.text("无。").section();
        }
        List<Row> rows = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (Resource resource : resources) {
            rows.add(Sheet.row(
                    Cell.mark(resource.on()),
                    Cell.text(resource.provider()),
                    Cell.mark(Wording.resource(resource.kind())),
                    Cell.number(resource.value()),
                    Cell.text(DeliveryChapter.area(sources.agreement(), resource.area())),
                    Cell.text(resource.purpose())));
            sum = resource.value() == null ? sum : sum.add(Figures.parse(resource.value()));
        }
        rows.add(Sheet.total(
                Cell.text("合计"),
                Cell.text(""),
                Cell.text(""),
                Cell.number(Figures.twoDecimals(sum)),
                Cell.text(""),
                Cell.text("")));
        return sheet.table(
                        "服务资源整合情况",
                        List.of("17", "21", "10", "16", "14", "22"),
                        List.of("日期", "提供方", "类别", "折价（元）", "片区", "用途"),
                        rows)
                .section();
    }

    static ReportContent.Section training(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.annex(4, "培训及督导情况汇总表", false, numbers);
        List<Session> sessions = sources.staffing().training();
        if (sessions == null || sessions.isEmpty()) {
            return sheet.text("无。").section();
        }
        List<Row> rows = new ArrayList<>();
        BigFraction hours = BigFraction.ZERO;
        int attendees = 0;
        for (Session session : sessions) {
            rows.add(Sheet.row(
                    Cell.mark(session.on()),
                    Cell.mark(Wording.session(session.kind())),
                    Cell.text(session.title()),
                    Cell.number(session.hours()),
                    Cell.number(
                            session.attendees() == null
                                    ? null
                                    : session.attendees().toString())));
            hours = session.hours() == null ? hours : hours.add(Figures.parse(session.hours()));
            attendees += session.attendees() == null ? 0 : session.attendees();
        }
        rows.add(Sheet.total(
                Cell.text("合计"),
                Cell.text(""),
                Cell.text(sessions.size() + "场"),
                Cell.number(Figures.plain(hours)),
                Cell.number(String.valueOf(attendees))));
        return sheet.table(
                        "培训及督导情况",
                        List.of("20", "12", "38", "14", "16"),
                        List.of("日期", "类别", "主题", "学时", "参加（人次）"),
                        rows)
                .section();
    }
}
