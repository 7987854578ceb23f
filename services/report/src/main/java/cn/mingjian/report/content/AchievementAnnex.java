package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Agreement.Area;
import cn.mingjian.report.source.Agreement.Indicator;
import cn.mingjian.report.source.ReportSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 附件1: areas × indicators, so many indicators a table as fit across a landscape page, then the station's own. */
final class AchievementAnnex {

    private static final int INDICATORS_ACROSS = 5;
    private static final int AREA_WIDTH = 10;
    private static final int WORKERS_WIDTH = 5;

    private AchievementAnnex() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.annex(1, "指标完成情况统计表", true, numbers);
        List<Indicator> perArea = sources.agreement().indicators().stream()
                .filter(Indicator::perArea)
                .toList();
        for (int from = 0; from < perArea.size(); from += INDICATORS_ACROSS) {
            List<Indicator> across = perArea.subList(from, Math.min(from + INDICATORS_ACROSS, perArea.size()));
            String range =
                    perArea.size() <= INDICATORS_ACROSS ? "" : "（第" + (from + 1) + "至" + (from + across.size()) + "项）";
            sheet.table("片区指标完成情况" + range, true, widths(across.size()), head(across), rows(sources, across));
        }
        List<Indicator> stationOnly = sources.agreement().indicators().stream()
                .filter(indicator -> !indicator.perArea())
                .toList();
        if (!stationOnly.isEmpty()) {
            sheet.table(
                    "站点指标完成情况",
                    true,
                    List.of("30", "10", "15", "15", "15", "15"),
                    List.of(List.of("指标", "单位", "协议量", "完成量", "完成率", "平台记录量").stream()
                            .map(Cell::header)
                            .toList()),
                    stationOnly.stream()
                            .map(indicator -> stationRow(indicator, sources.achievement()))
                            .toList());
        }
        return sheet.remark("合计行为全站数，协议量以服务协议约定为准，与各片区分解量之和可能不同；“—”表示协议未约定或暂无数据。")
                .section();
    }

    private static List<String> widths(int indicators) {
        List<String> widths = new ArrayList<>();
        widths.add(String.valueOf(AREA_WIDTH));
        widths.add(String.valueOf(WORKERS_WIDTH));
        int left = (100 - AREA_WIDTH - WORKERS_WIDTH) * 100 / (INDICATORS_ACROSS * 3);
        for (int i = 0; i < indicators * 3; i++) {
            widths.add(left / 100 + "." + "%02d".formatted(left % 100));
        }
        return widths;
    }

    private static List<List<Cell>> head(List<Indicator> indicators) {
        List<Cell> first = new ArrayList<>();
        first.add(Cell.header("片区", 1, 2));
        first.add(Cell.header("投入社工", 1, 2));
        List<Cell> second = new ArrayList<>();
        for (Indicator indicator : indicators) {
            first.add(Cell.header(indicator.name() + "（" + indicator.unit() + "）", 3, 1));
            second.add(Cell.header("协议量"));
            second.add(Cell.header("完成量"));
            second.add(Cell.header("完成率"));
        }
        return List.of(first, second);
    }

    private static List<Row> rows(ReportSources sources, List<Indicator> indicators) {
        List<Row> rows = new ArrayList<>();
        int workers = 0;
        boolean known = true;
        for (Area area : sources.agreement().areas()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(area.name()));
            cells.add(Cell.number(area.workers() == null ? null : area.workers().toString()));
            known &= area.workers() != null;
            workers += area.workers() == null ? 0 : area.workers();
            indicators.forEach(indicator -> figures(cells, indicator.code(), area.code(), sources.achievement()));
            rows.add(new Row(false, cells));
        }
        List<Cell> total = new ArrayList<>();
        total.add(Cell.text("合计"));
        total.add(Cell.number(known ? String.valueOf(workers) : null));
        indicators.forEach(indicator -> figures(total, indicator.code(), null, sources.achievement()));
        rows.add(new Row(true, total));
        return rows;
    }

    private static void figures(List<Cell> cells, String indicator, @Nullable String area, Achievement achievement) {
        Optional<Achievement.Row> row = achievement.row(indicator, area);
        String figure = "indicator:" + indicator + (area == null ? "" : ":" + area);
        String tone = DeliveryChapter.tone(row.map(Achievement.Row::status).orElse(null));
        cells.add(Cell.number(row.map(Achievement.Row::agreed).orElse(null)));
        cells.add(Cell.number(row.map(Achievement.Row::completed).orElse(null)).why(figure));
        cells.add(Cell.number(Wording.percent(row.map(Achievement.Row::rate).orElse(null)))
                .why(figure + ":rate")
                .toned(tone.equals("low") ? "low" : null));
    }

    private static Row stationRow(Indicator indicator, Achievement achievement) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(indicator.name()));
        cells.add(Cell.mark(indicator.unit()));
        figures(cells, indicator.code(), null, achievement);
        cells.add(Cell.number(achievement
                .row(indicator.code(), null)
                .map(Achievement.Row::recorded)
                .orElse(null)));
        return new Row(false, cells);
    }
}
