package cn.mingjian.acceptance.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The evidence window: whole months, both ends included. */
record Window(LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    List<YearMonth> months() {
        return Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .toList();
    }
}
