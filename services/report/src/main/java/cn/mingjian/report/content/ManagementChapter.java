package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.StaffingFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 四、项目管理: the staffing figures and the third party's findings on management. */
final class ManagementChapter {

    private ManagementChapter() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(4, "项目管理", numbers);
        StaffingFile.Figures figures = sources.staffing().staffing();
        sheet.heading("人员配备情况");
        sheet.text(summary(sources, figures));
        sheet.table("人员配备主要数据", List.of("40", "20", "40"), List.of("项目", "数值", "说明"), rows(sources, figures));
        sheet.text(exceptions(sources.staffing()));
        Findings.list(sheet, Findings.ofChapter(sources.findings(), "PROJECT_MANAGEMENT"));
        return sheet.section();
    }

    private static String summary(ReportSources sources, StaffingFile.Figures figures) {
        List<String> facts = new ArrayList<>();
        if (figures.headcount() != null) {
            facts.add("在岗社工" + figures.headcount() + "人");
        }
        if (figures.certified() != null && figures.certifiedRate() != null) {
            facts.add("其中持证社工" + figures.certified() + "人，持证率" + figures.certifiedRate() + "%");
        }
        if (figures.experienced() != null && figures.experiencedRate() != null) {
            facts.add(experience(sources.evaluation()) + "社工" + figures.experienced() + "人，占"
                    + figures.experiencedRate() + "%");
        }
        String retention = figures.retention().get(figures.retentionFormula());
        if (retention != null) {
            facts.add("稳岗率" + retention + "%");
        }
        return facts.isEmpty()
                ? ""
                : "截至" + Wording.day(sources.evaluation().evidence().to()) + "，社工站" + String.join("，", facts) + "。";
    }

    private static String experience(EvaluationFile evaluation) {
        EvaluationFile.StaffingPolicy policy = evaluation.policy().staffing();
        return policy == null ? "有从业年限" : "从业满" + policy.experiencedYears() + "年";
    }

    private static List<Row> rows(ReportSources sources, StaffingFile.Figures figures) {
        String lastDay = Wording.day(sources.evaluation().evidence().to()) + "在岗";
        String experienced = experience(sources.evaluation());
        List<Row> rows = new ArrayList<>();
        rows.add(row("在岗社工（人）", count(figures.headcount()), lastDay, "staffing:headcount"));
        rows.add(row("持证社工（人）", count(figures.certified()), lastDay, "staffing:certified"));
        rows.add(row("持证率", Wording.percent(figures.certifiedRate()), "持证社工÷在岗社工×100%", "staffing:certified-rate"));
        rows.add(row(experienced + "社工（人）", count(figures.experienced()), lastDay, "staffing:experienced"));
        rows.add(row(
                experienced + "社工占比",
                Wording.percent(figures.experiencedRate()),
                experienced + "社工÷在岗社工×100%",
                "staffing:experienced-rate"));
        rows.add(row("有效人月", figures.personMonths(), "核算期内合计，见附件2", "staffing:person-months"));
        rows.add(row("持证有效人月", figures.certifiedPersonMonths(), "核算期内合计", "staffing:certified-person-months"));
        rows.add(row(
                experienced + "有效人月",
                figures.experiencedPersonMonths(),
                "核算期内合计，见附件2",
                "staffing:experienced-person-months"));
        rows.add(row("平均在岗人数（人）", figures.averageHeadcount(), "有效人月÷月数", "staffing:average-headcount"));
        rows.add(row("离职人数（人）", count(figures.leavers()), "核算期内离职，岗位交接不计", "staffing:leavers"));
        for (String formula : List.of("TURNOVER", "ON_DUTY", "CERTIFIED_ON_DUTY")) {
            if (figures.retention().containsKey(formula)) {
                boolean counts = formula.equals(figures.retentionFormula());
                rows.add(row(
                        "稳岗率（" + Wording.retention(formula) + (counts ? "，本次采用）" : "）"),
                        Wording.percent(figures.retention().get(formula)),
                        Wording.retentionFormula(formula),
                        "staffing:retention:" + formula));
            }
        }
        return rows;
    }

    private static @Nullable String count(@Nullable Integer count) {
        return count == null ? null : count.toString();
    }

    private static Row row(String name, @Nullable String value, String explanation, String figure) {
        return Sheet.row(Cell.text(name), Cell.number(value).why(figure), Cell.text(explanation));
    }

    private static String exceptions(StaffingFile staffing) {
        List<StaffingFile.Absence> exceptions = staffing.exceptions();
        if (exceptions == null) {
            return "";
        }
        if (exceptions.isEmpty()) {
            return "经核对，核算期内到岗月份均已购买社保并发放工资。";
        }
        List<String> cases = exceptions.stream()
                .map(absence -> absence.worker() + "（" + Wording.monthOf(absence.month())
                        + String.join(
                                "、",
                                absence.missing().stream().map(Wording::missing).toList())
                        + "）")
                .toList();
        return "经核对，以下到岗月份的社保或工资需承办方说明：" + String.join("、", cases) + "。";
    }
}
