package cn.mingjian.staffing.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The whole months that an evaluation looks at, first and last day included. */
public record EvidenceWindow(LocalDate from, LocalDate to) {

    public EvidenceWindow {
        if (from.getDayOfMonth() != 1 || !to.equals(YearMonth.from(to).atEndOfMonth()) || to.isBefore(from)) {
            throw new IllegalArgumentException("an evidence window is made of whole months: " + from + " to " + to);
        }
    }

    public List<YearMonth> months() {
        YearMonth last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean contains(YearMonth month) {
        return contains(month.atDay(1));
    }
}
