package cn.mingjian.report.content;

import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.ReportSources;
import java.util.ArrayList;
import java.util.List;

/** Makes the report of its sources: cover, thirteen chapters, four annexes. */
public final class Composition {

    private Composition() {}

    /** The report as content; the same sources give the same content. */
    public static ReportContent of(ReportSources sources) {
        Sheet.Numbers numbers = new Sheet.Numbers();
        EvaluationFile evaluation = sources.evaluation();
        List<ReportContent.Section> chapters = new ArrayList<>(List.of(
                BasicsChapter.of(sources, numbers),
                MethodChapters.method(evaluation, numbers),
                MethodChapters.principles(numbers),
                ManagementChapter.of(sources, numbers),
                DeliveryChapter.of(sources, numbers),
                MonitoringChapter.of(sources, numbers),
                OutcomesChapter.of(sources, numbers),
                PartyChapters.supervisoryCenter(sources, numbers),
                PartyChapters.purchaser(sources, numbers),
                PartyChapters.supervisor(sources, numbers),
                ClosingChapters.feedback(sources, numbers)));
        ReportContent.Section score = ClosingChapters.score(sources, numbers);
        chapters.add(score);
        chapters.add(ClosingChapters.conclusion(sources, numbers));
        List<ReportContent.Section> annexes = List.of(
                AchievementAnnex.of(sources, numbers),
                AttendanceAnnex.of(sources, numbers),
                SupportAnnexes.resources(sources, numbers),
                SupportAnnexes.training(sources, numbers));
        String assessor = evaluation
                .policy()
                .party("THIRD_PARTY")
                .map(EvaluationFile.Party::organisation)
                .orElse("");
        return new ReportContent(
                evaluation.code(),
                evaluation.title(),
                sources.isFinal() ? null : "初稿（征求意见）",
                cover(sources),
                chapters,
                annexes,
                score,
                new ReportContent.Signature(assessor, Wording.day(evaluation.reportDate())));
    }

    private static ReportContent.Cover cover(ReportSources sources) {
        EvaluationFile evaluation = sources.evaluation();
        List<ReportContent.Line> lines = new ArrayList<>();
        line(lines, evaluation, "SUPERVISOR", "项目监督方");
        line(lines, evaluation, "PURCHASER", "项目购买方");
        lines.add(new ReportContent.Line("项目承办方", sources.agreement().operator()));
        line(lines, evaluation, "THIRD_PARTY", "项目评估方");
        line(lines, evaluation, "SUPERVISORY_CENTER", "督导机构");
        lines.add(new ReportContent.Line("评估日期", Wording.day(evaluation.onSite())));
        lines.add(new ReportContent.Line("报告日期", Wording.day(evaluation.reportDate())));
        return new ReportContent.Cover(lines, evaluation.note());
    }

    private static void line(List<ReportContent.Line> lines, EvaluationFile evaluation, String party, String label) {
        evaluation.policy().party(party).ifPresent(of -> lines.add(new ReportContent.Line(label, of.organisation())));
    }
}
