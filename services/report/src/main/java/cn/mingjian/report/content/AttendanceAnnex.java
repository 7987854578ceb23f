package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.StaffingFile;
import cn.mingjian.report.source.StaffingFile.Month;
import cn.mingjian.report.source.StaffingFile.Worker;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** 附件2: worker × month × present, insured, paid, with person-months; at most a year across one table. */
final class AttendanceAnnex {

    private static final int MONTHS_ACROSS = 12;
    private static final int WIDEST_MARK = 260;
    private static final String YES = "√";
    private static final String NO = "×";
    // Hundredths of the page's width: number, worker, position, area, certificate; then person-months and the note.
    private static final List<Integer> BEFORE = List.of(260, 430, 700, 620, 720);
    private static final List<Integer> AFTER = List.of(460, 460, 1150);

    private AttendanceAnnex() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.annex(2, "社工到岗情况统计表", true, numbers);
        List<Worker> workers = sources.staffing().attendance();
        if (workers == null || workers.isEmpty()) {
            return sheet.text("无。").section();
        }
        List<YearMonth> months = months(sources);
        for (int from = 0; from < months.size(); from += MONTHS_ACROSS) {
            List<YearMonth> across = months.subList(from, Math.min(from + MONTHS_ACROSS, months.size()));
            sheet.table(
                    "社工到岗情况（" + month(across.getFirst()) + "至" + month(across.getLast()) + "）",
                    true,
                    widths(across.size()),
                    head(across, sources),
                    rows(sources, workers, across));
        }
        return sheet.remark("“√”表示是，“×”表示否，空白表示当月无记录；有效人月按到岗月份核算，当月入职或离职的按评估口径折算。社工以编号表示。")
                .section();
    }

    private static List<YearMonth> months(ReportSources sources) {
        YearMonth last = YearMonth.from(sources.evaluation().evidence().to());
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(sources.evaluation().evidence().from());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    private static List<String> widths(int months) {
        int fixed = BEFORE.stream().mapToInt(Integer::intValue).sum()
                + AFTER.stream().mapToInt(Integer::intValue).sum();
        int mark = Math.min((10_000 - fixed) / (3 * months), WIDEST_MARK);
        int note = 10_000 - fixed - 3 * months * mark;
        List<String> widths = new ArrayList<>();
        BEFORE.forEach(width -> widths.add(percent(width)));
        for (int i = 0; i < 3 * months; i++) {
            widths.add(percent(mark));
        }
        widths.add(percent(AFTER.get(0)));
        widths.add(percent(AFTER.get(1)));
        widths.add(percent(AFTER.get(2) + note));
        return widths;
    }

    private static String percent(int hundredths) {
        return hundredths / 100 + "." + "%02d".formatted(hundredths % 100);
    }

    private static List<List<Cell>> head(List<YearMonth> months, ReportSources sources) {
        List<Cell> first = new ArrayList<>();
        for (String name : List.of("序号", "社工", "职位", "片区", "资格")) {
            first.add(Cell.header(name, 1, 2));
        }
        List<Cell> second = new ArrayList<>();
        for (YearMonth month : months) {
            first.add(Cell.header(month.getYear() % 100 + "年" + month.getMonthValue() + "月", 3, 1));
            second.add(Cell.header("到岗"));
            second.add(Cell.header("社保"));
            second.add(Cell.header("工资"));
        }
        var policy = sources.evaluation().policy().staffing();
        first.add(Cell.header("有效人月", 1, 2));
        first.add(Cell.header(policy == null ? "从业年限人月" : "从业满" + policy.experiencedYears() + "年人月", 1, 2));
        first.add(Cell.header("备注", 1, 2));
        return List.of(first, second);
    }

    private static List<Row> rows(ReportSources sources, List<Worker> workers, List<YearMonth> months) {
        List<Row> rows = new ArrayList<>();
        for (Worker worker : workers) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.count(rows.size() + 1));
            cells.add(Cell.mark(worker.worker()));
            cells.add(Cell.text(worker.position()));
            cells.add(Cell.text(
                    worker.area() == null
                            ? Wording.UNKNOWN
                            : DeliveryChapter.area(sources.agreement(), worker.area())));
            cells.add(Cell.text(Wording.certificate(worker.certificate())));
            for (YearMonth month : months) {
                Optional<Month> row = of(worker, month);
                cells.add(mark(row, Month::present));
                cells.add(mark(row, Month::insured));
                cells.add(mark(row, Month::paid));
            }
            cells.add(Cell.number(worker.personMonths()));
            cells.add(Cell.number(worker.experiencedPersonMonths()));
            cells.add(Cell.text(worker.note()));
            rows.add(new Row(false, cells));
        }
        rows.add(total(sources.staffing().staffing(), workers, months));
        return rows;
    }

    private static Row total(StaffingFile.Figures figures, List<Worker> workers, List<YearMonth> months) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(Block.CellKind.TEXT, "合计", BEFORE.size(), 1, null, null));
        for (YearMonth month : months) {
            cells.add(count(workers, month, Month::present));
            cells.add(count(workers, month, Month::insured));
            cells.add(count(workers, month, Month::paid));
        }
        cells.add(Cell.number(figures.personMonths()).why("staffing:person-months"));
        cells.add(Cell.number(figures.experiencedPersonMonths()).why("staffing:experienced-person-months"));
        cells.add(Cell.text(""));
        return new Row(true, cells);
    }

    private static Optional<Month> of(Worker worker, YearMonth month) {
        return worker.months().stream()
                .filter(row -> row.month().equals(month.toString()))
                .findFirst();
    }

    private static Cell mark(Optional<Month> row, Predicate<Month> which) {
        @Nullable String tone = row.isPresent() && !which.test(row.get()) ? "low" : null;
        return Cell.mark(row.map(known -> which.test(known) ? YES : NO).orElse(""))
                .toned(tone);
    }

    private static Cell count(List<Worker> workers, YearMonth month, Predicate<Month> which) {
        return Cell.count(workers.stream()
                .flatMap(worker -> of(worker, month).stream())
                .filter(which)
                .count());
    }
}
