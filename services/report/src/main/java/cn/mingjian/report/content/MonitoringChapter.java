package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.Agreement;
import cn.mingjian.report.source.Discrepancy;
import cn.mingjian.report.source.EarlierConcern;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.Remediation;
import cn.mingjian.report.source.ReportSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** 六、服务监测: review of records, figures that contradict each other, remediation, and the findings. */
final class MonitoringChapter {

    private MonitoringChapter() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(6, "服务监测", numbers);
        Integer backlog = sources.achievement().reviewBacklog();
        EvaluationFile.RecordsPolicy records = sources.evaluation().policy().records();
        if (backlog != null && records != null) {
            sheet.heading("服务记录审核");
            sheet.text("截至现场评估日，提交后超过" + records.reviewWithinDays() + "日仍未审核的服务记录"
                    + (backlog == 0 ? "为0条。" : "共" + backlog + "条。"));
        }
        sheet.heading("数据核对");
        discrepancies(sheet, sources);
        sheet.heading("整改落实");
        remediation(sheet, sources);
        Findings.list(sheet, Findings.ofChapter(sources.findings(), "SERVICE_MONITORING"));
        return sheet.section();
    }

    private static void remediation(Sheet sheet, ReportSources sources) {
        Remediation remediation = sources.remediation();
        List<Remediation.Item> declared = remediation == null ? List.of() : remediation.items();
        List<EarlierConcern> concerns = sources.midtermConcerns();
        if (!declared.isEmpty()) {
            sheet.table(
                    "整改落实情况",
                    List.of("16", "36", "16", "32"),
                    List.of("提出环节", "事项", "落实情况", "佐证"),
                    declared.stream().map(MonitoringChapter::row).toList());
        }
        if (!concerns.isEmpty()) {
            sheet.table(
                    "中期评估所提问题的整改核实情况",
                    List.of("16", "30", "18", "36"),
                    List.of("提出方", "事项", "核实情况", "措施及佐证"),
                    concerns.stream().map(MonitoringChapter::row).toList());
        }
        if (declared.isEmpty() && concerns.isEmpty()) {
            sheet.text("无。");
        }
    }

    private static Row row(EarlierConcern concern) {
        EarlierConcern.FollowUp followUp = concern.followUp();
        return Sheet.row(
                Cell.mark(Wording.party(concern.party())),
                Cell.text(concern.title()),
                Cell.mark(Wording.concern(concern.state())),
                Cell.text(followUp == null ? null : said(followUp)));
    }

    private static String said(EarlierConcern.FollowUp followUp) {
        return followUp.evidence() == null
                ? followUp.measures()
                : followUp.measures() + "（佐证：" + followUp.evidence() + "）";
    }

    private static Row row(Remediation.Item item) {
        return Sheet.row(
                Cell.mark(Wording.raised(item.raised())),
                Cell.text(item.title()),
                Cell.mark(Wording.remediation(item.status())),
                Cell.text(item.evidence()));
    }

    private static void discrepancies(Sheet sheet, ReportSources sources) {
        List<Discrepancy> all = new ArrayList<>(sources.claimDiscrepancies());
        List<Discrepancy> computed = sources.achievement().discrepancies();
        if (computed != null) {
            all.addAll(computed);
        }
        if (all.isEmpty()) {
            sheet.text("各来源数据相互核对，未发现不一致。");
            return;
        }
        boolean explained = all.stream().anyMatch(one -> one.explanation() != null);
        sheet.text("各来源数据相互核对，发现不一致" + all.size() + "处，如实列明如下，" + (explained ? "承办方的说明列于其后；" : "供有关各方说明；")
                + "评分和本报告各表均采用核算结果。");
        sheet.table(
                "数据不一致情况",
                explained ? List.of("20", "26", "13", "13", "28") : List.of("26", "36", "19", "19"),
                explained ? List.of("核对内容", "数据项", "前者", "后者", "承办方说明") : List.of("核对内容", "数据项", "前者", "后者"),
                all.stream()
                        .map(one -> row(one, sources.agreement(), explained))
                        .toList());
        sheet.remark("“前者”“后者”依次对应“核对内容”所列的两项数据；“—”表示暂无数据。");
    }

    private static Row row(Discrepancy discrepancy, Agreement agreement, boolean withExplanation) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(Wording.rule(discrepancy.rule())),
                Cell.text(subject(discrepancy.subject(), agreement)),
                Cell.number(discrepancy.left()),
                Cell.number(discrepancy.right()).why(discrepancy.subject())));
        if (withExplanation) {
            cells.add(Cell.text(Objects.requireNonNullElse(discrepancy.explanation(), "—")));
        }
        return Sheet.row(cells.toArray(Cell[]::new));
    }

    /** A figure's id in words. */
    static String subject(String subject, Agreement agreement) {
        String[] parts = subject.split(":", -1);
        return switch (parts[0]) {
            case "indicator" -> indicator(parts, agreement);
            case "indicators" -> "超额完成的指标数";
            case "staffing" ->
                switch (parts.length > 1 ? parts[1] : "") {
                    case "headcount" -> "在岗社工人数";
                    case "certified-rate" -> "持证率";
                    case "experienced-rate" -> "从业年限达标社工占比";
                    case "retention" -> "稳岗率" + (parts.length > 2 ? "（" + Wording.retention(parts[2]) + "）" : "");
                    default -> subject;
                };
            default -> subject;
        };
    }

    private static String indicator(String[] parts, Agreement agreement) {
        String name = parts.length > 1 ? DeliveryChapter.name(agreement, parts[1]) : "";
        if (parts.length < 3) {
            return name;
        }
        return parts[2].equals("rate") ? name + "完成率" : name + "（" + DeliveryChapter.area(agreement, parts[2]) + "）";
    }
}
