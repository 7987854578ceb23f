package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.FeedbackEntry;
import cn.mingjian.report.source.Finding;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** 十一、评估反馈, 十二、得分及等级 and 十三、结语. */
final class ClosingChapters {

    private ClosingChapters() {}

    static ReportContent.Section feedback(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(11, "评估反馈", numbers);
        sheet.heading("现场反馈");
        entries(sheet, sources, entry -> entry.from().equals("ON_SITE"), "无。");
        sheet.heading("对评估报告初稿的反馈");
        entries(
                sheet,
                sources,
                entry -> !entry.from().equals("ON_SITE"),
                sources.isFinal() ? "有关各方未提出反馈意见。" : "本稿为初稿，正在征求承办方、购买方、监督方意见。");
        return sheet.section();
    }

    private static void entries(Sheet sheet, ReportSources sources, Predicate<FeedbackEntry> which, String none) {
        List<FeedbackEntry> entries = sources.feedback().stream().filter(which).toList();
        if (entries.isEmpty()) {
            sheet.text(none);
        }
        entries.forEach(entry -> sheet.text(sentence(entry)));
    }

    private static String sentence(FeedbackEntry entry) {
        StringBuilder text = new StringBuilder(Wording.day(entry.on())).append("，");
        text.append(entry.from().equals("ON_SITE") ? "现场反馈" : Wording.party(entry.from()));
        text.append(entry.objects() ? "提出异议" : "无异议");
        if (entry.text() == null || entry.text().isBlank()) {
            text.append("。");
        } else {
            text.append("：").append(Findings.sentence(entry.text()));
        }
        if (entry.decision() != null) {
            text.append("经研究，").append(entry.decision().equals("UPHELD") ? "采纳该异议" : "不采纳该异议");
            text.append(entry.reason() == null ? "。" : "，理由：" + Findings.sentence(entry.reason()));
        }
        return text.toString();
    }

    static ReportContent.Section score(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(12, "得分及等级", numbers);
        EvaluationFile evaluation = sources.evaluation();
        if (!sources.isFinal()) {
            // Nobody outside the evaluation learns a score or a grade before it is closed, and drafts are read by the
            // operator.
            return sheet.text("得分及等级在评估办结后由正式报告公布。").remark(evaluation.note()).section();
        }
        Result result = sources.result();
        String published = evaluation.policy().publish();
        boolean withTotal = !published.equals("GRADE") && result.total() != null;
        sheet.text("经综合评估，" + sources.station().name() + "本次评估"
                + (withTotal ? "总分为" + result.total() + "分，评估" : "")
                + "等级为：" + result.grade() + "。"
                + (result.vetoed() ? "因存在经认定的一票否决情形，等级直接确定为最低等级。" : ""));
        if (published.equals("PARTIES")) {
            parties(sheet, sources);
        }
        return sheet.remark(evaluation.note()).section();
    }

    private static void parties(Sheet sheet, ReportSources sources) {
        Result result = sources.result();
        List<Row> rows = new ArrayList<>();
        for (Result.PartyScore score : result.parties()) {
            String figure = "party:" + score.party();
            rows.add(Sheet.row(
                    Cell.text(Wording.party(score.party())),
                    Cell.number(score.weight() + "%"),
                    Cell.number(score.raw()).why(figure + ":raw"),
                    Cell.number(score.weighted()).why(figure + ":weighted")));
        }
        rows.add(Sheet.total(
                Cell.text("总分"),
                Cell.text(""),
                Cell.text(""),
                Cell.number(result.total()).why("total")));
        rows.add(Sheet.total(Cell.text("等级"), Cell.text(""), Cell.text(""), Cell.mark(result.grade())));
        sheet.table("评估得分及等级", List.of("34", "22", "22", "22"), List.of("评估主体", "权重", "得分（满分100分）", "加权得分"), rows);
    }

    static ReportContent.Section conclusion(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(13, "结语", numbers);
        sheet.text(thanks(sources));
        sheet.text(titles(sources, "综合各方意见，值得肯定的主要有：", Finding::commends));
        sheet.text(titles(sources, "需要关注的主要有：", finding -> !finding.commends()));
        sheet.text("希望有关各方用好本次评估结果，对需要关注的事项逐项明确措施、责任和时限，持续提升服务质量，更好回应辖区困难群众和特殊群体的需要。");
        return sheet.section();
    }

    private static String thanks(ReportSources sources) {
        List<String> organisations = new ArrayList<>();
        for (String party : List.of("SUPERVISOR", "PURCHASER", "SUPERVISORY_CENTER")) {
            sources.evaluation().policy().party(party).ifPresent(of -> organisations.add(of.organisation()));
        }
        organisations.add(sources.agreement().operator());
        return "本次评估得到" + String.join("、", organisations.stream().distinct().toList()) + "以及各村（居）和受访群众的支持配合，在此一并致谢。";
    }

    private static String titles(ReportSources sources, String opening, Predicate<Finding> which) {
        List<String> titles = sources.findings().stream()
                .filter(which)
                .map(finding -> bare(finding.title()))
                .distinct()
                .toList();
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            numbered.add(i < 99 ? Wording.ordinal(i + 1) + "是" + titles.get(i) : titles.get(i));
        }
        return numbered.isEmpty() ? "" : opening + String.join("；", numbered) + "。";
    }

    private static String bare(@Nullable String title) {
        String text = title == null ? "" : title.strip();
        return text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
    }
}
