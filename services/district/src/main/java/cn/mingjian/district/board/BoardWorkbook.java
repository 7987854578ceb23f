package cn.mingjian.district.board;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A board as a workbook, written row by row: decimals as numbers with the digits that were computed, dates as dates. */
final class BoardWorkbook implements Closeable {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FLUSH_EVERY = 500;
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("MIDTERM", "中期"),
            Map.entry("FINAL", "末期"),
            Map.entry("PREPARING", "准备证据"),
            Map.entry("SCORING", "评分中"),
            Map.entry("FEEDBACK", "征求意见"),
            Map.entry("CLOSED", "已办结"),
            Map.entry("CANCELLED", "已取消"),
            Map.entry("OVERDUE", "评分逾期"),
            Map.entry("REPORT_LATE", "报告逾期"),
            Map.entry("NOT_ISSUED", "报告待签发"),
            Map.entry("DECLINED", "得分下降"),
            Map.entry("THIRD_PARTY", "第三方"),
            Map.entry("SUPERVISORY_CENTER", "督导中心"),
            Map.entry("PURCHASER", "购买方"),
            Map.entry("SUPERVISOR", "监督方"));

    private record Column(String heading, int width, Function<BoardEntry, @Nullable Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("站点编码", 16, BoardEntry::station),
            new Column("站点", 24, BoardEntry::stationName),
            new Column("镇街", 12, BoardEntry::town),
            new Column("评估", 52, BoardEntry::title),
            new Column("类别", 8, entry -> WORDS.get(entry.stage())),
            new Column("阶段", 10, entry -> WORDS.get(entry.phase())),
            new Column("报告日期", 12, BoardEntry::reportDate),
            new Column("总分", 9, entry -> decimal(entry.total())),
            new Column("等级", 9, BoardEntry::grade),
            new Column("上一轮总分", 11, entry -> decimal(entry.previousTotal())),
            new Column("上一轮等级", 11, BoardEntry::previousGrade),
            new Column("指标数", 9, BoardEntry::indicators),
            new Column("完成", 9, BoardEntry::indicatorsMet),
            new Column("其中超额", 9, BoardEntry::indicatorsExceeded),
            new Column("在岗人数", 10, BoardEntry::headcount),
            new Column("持证率（%）", 11, entry -> decimal(entry.certifiedRate())),
            new Column("稳岗率（%）", 11, entry -> decimal(entry.retention())),
            new Column(
                    "签发日期",
                    12,
                    entry -> entry.issuedAt() == null
                            ? null
                            : entry.issuedAt().atZone(CHINA).toLocalDate()),
            new Column("提醒", 24, entry -> told(entry.alerts().stream().map(Enum::name))),
            new Column("逾期未提交", 24, entry -> told(entry.late().stream())));

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    BoardWorkbook(OutputStream out) {
        workbook = new Workbook(out, "Mingjian", "1.0");
        sheet = workbook.newWorksheet("全区看板");
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, COLUMNS.get(column).heading());
            sheet.style(0, column).bold().set();
            sheet.width(column, COLUMNS.get(column).width());
        }
        sheet.freezePane(2, 1);
    }

    void add(BoardEntry entry) {
        rows++;
        for (int column = 0; column < COLUMNS.size(); column++) {
            switch (Objects.requireNonNullElse(COLUMNS.get(column).value().apply(entry), "")) {
                case BigDecimal decimal -> {
                    sheet.value(rows, column, decimal);
                    sheet.style(rows, column)
                            .format("0." + "0".repeat(Math.max(1, decimal.scale())))
                            .set();
                }
                case Integer number -> sheet.value(rows, column, number);
                case LocalDate day -> {
                    sheet.value(rows, column, day);
                    sheet.style(rows, column).format("yyyy-mm-dd").set();
                }
                case Object text -> sheet.value(rows, column, text.toString());
            }
        }
        if (rows % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static String told(Stream<String> names) {
        return names.map(WORDS::get).collect(Collectors.joining("、"));
    }

    private static @Nullable BigDecimal decimal(@Nullable String figure) {
        return figure == null ? null : new BigDecimal(figure);
    }
}
