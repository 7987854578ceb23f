package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Agreement;
import cn.mingjian.report.source.Agreement.Area;
import cn.mingjian.report.source.Agreement.Indicator;
import cn.mingjian.report.source.Finding;
import cn.mingjian.report.source.ReportSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 五、服务开展: how far the targets were met, and the findings per group of areas. */
final class DeliveryChapter {

    private DeliveryChapter() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(5, "服务开展", numbers);
        sheet.heading("指标完成总体情况");
        sheet.text(summary(sources));
        List<BarChart.Bar> bars = bars(sources);
        if (!bars.isEmpty()) {
            sheet.chart("协议指标完成率", "完成率以协议量为100%；蓝色为超额，灰色为达标，红色为未达标。", BarChart.of(bars));
        }
        sheet.table(
                "指标完成情况（全站）",
                List.of("30", "10", "14", "14", "16", "16"),
                List.of("指标", "单位", "协议量", "完成量", "完成率", "完成情况"),
                sources.agreement().indicators().stream()
                        .map(indicator -> row(indicator, sources.achievement()))
                        .toList());
        sheet.remark("“—”表示协议未约定或暂无数据。各片区完成情况见附件1。");
        pacing(sheet, sources);
        findings(sheet, sources);
        return sheet.section();
    }

    private static String summary(ReportSources sources) {
        List<Achievement.Row> judged = sources.achievement().indicators().stream()
                .filter(row -> row.area() == null && row.status() != null)
                .toList();
        if (judged.isEmpty()) {
            return "核算期内没有可比对的协议指标。";
        }
        List<String> facts = new ArrayList<>();
        facts.add("超额完成" + sources.achievement().indicatorsExceeded() + "项");
        facts.add("达标" + count(judged, "MET") + "项");
        facts.add("未达标" + count(judged, "NOT_MET") + "项");
        String unmet = String.join(
                "、",
                judged.stream()
                        .filter(row -> "NOT_MET".equals(row.status()))
                        .map(row -> name(sources.agreement(), row.indicator()))
                        .toList());
        return "截至" + Wording.day(sources.evaluation().evidence().to()) + "，纳入考核的" + judged.size() + "项协议指标中，"
                + String.join("，", facts) + "。" + (unmet.isEmpty() ? "" : "未达标的指标为：" + unmet + "。");
    }

    private static long count(List<Achievement.Row> rows, String status) {
        return rows.stream().filter(row -> status.equals(row.status())).count();
    }

    private static List<BarChart.Bar> bars(ReportSources sources) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Indicator indicator : sources.agreement().indicators()) {
            if (indicator.kind().equals("RATE")) {
                // A rate has a target of its own; on an axis of shares of the agreed volume it would mislead.
                continue;
            }
            sources.achievement()
                    .row(indicator.code(), null)
                    .filter(row -> row.rate() != null)
                    .ifPresent(row -> bars.add(new BarChart.Bar(indicator.name(), row.rate(), tone(row.status()))));
        }
        return bars;
    }

    static String tone(@Nullable String status) {
        return switch (status) {
            case "NOT_MET" -> "low";
            case "EXCEEDED" -> "high";
            case null, default -> "even";
        };
    }

    private static Row row(Indicator indicator, Achievement achievement) {
        Optional<Achievement.Row> row = achievement.row(indicator.code(), null);
        String figure = "indicator:" + indicator.code();
        String status = row.map(Achievement.Row::status).orElse(null);
        return Sheet.row(
                Cell.text(indicator.name()),
                Cell.mark(indicator.unit()),
                Cell.number(row.map(Achievement.Row::agreed).orElse(null)),
                Cell.number(row.map(Achievement.Row::completed).orElse(null)).why(figure),
                Cell.number(Wording.percent(row.map(Achievement.Row::rate).orElse(null)))
                        .why(figure + ":rate"),
                Cell.mark(Wording.status(status)).toned(tone(status)));
    }

    private static void pacing(Sheet sheet, ReportSources sources) {
        List<Achievement.Pace> pacing = sources.achievement().pacing();
        if (pacing == null || pacing.isEmpty()) {
            return;
        }
        Map<String, List<String>> lagging = new LinkedHashMap<>();
        List<String> crowded = new ArrayList<>();
        for (Achievement.Pace pace : pacing) {
            String name = name(sources.agreement(), pace.indicator());
            if (pace.flag().equals("CROWDED")) {
                crowded.add(name);
            } else if (pace.month() != null) {
                lagging.computeIfAbsent(name, any -> new ArrayList<>()).add(pace.month());
            }
        }
        sheet.heading("进度提示");
        if (!lagging.isEmpty()) {
            List<String> parts = new ArrayList<>();
            lagging.forEach((name, months) -> parts.add(name + "（" + months.size() + "个月）"));
            sheet.text("按平台记录量计算，以下指标曾在若干月份低于按月均摊进度的80%：" + String.join("、", parts) + "。");
        }
        if (!crowded.isEmpty()) {
            sheet.text("以下指标超过半数的工作量集中在核算期最后两个月：" + String.join("、", crowded) + "。");
        }
    }

    static String name(Agreement agreement, String indicator) {
        return agreement.indicators().stream()
                .filter(known -> known.code().equals(indicator))
                .map(Indicator::name)
                .findFirst()
                .orElse(indicator);
    }

    static String area(Agreement agreement, @Nullable String code) {
        return agreement.areas().stream()
                .filter(area -> area.code().equals(code))
                .map(Area::name)
                .findFirst()
                .orElse(code == null ? "全站" : code);
    }

    private static void findings(Sheet sheet, ReportSources sources) {
        Map<List<String>, List<Finding>> groups = new LinkedHashMap<>();
        Findings.ofChapter(sources.findings(), "SERVICE_DELIVERY")
                .forEach(finding -> groups.computeIfAbsent(finding.places(), any -> new ArrayList<>())
                        .add(finding));
        if (groups.isEmpty()) {
            Findings.list(sheet, List.of());
        }
        groups.forEach((areas, findings) -> {
            String names = areas.isEmpty()
                    ? "全站"
                    : String.join(
                            "、",
                            areas.stream()
                                    .map(code -> area(sources.agreement(), code))
                                    .toList());
            sheet.heading(names + "服务开展情况");
            Findings.listBelow(sheet, findings);
        });
    }
}
