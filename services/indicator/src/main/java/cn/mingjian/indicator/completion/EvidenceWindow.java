package cn.mingjian.indicator.completion;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The days whose work an evaluation looks at, both included. */
public record EvidenceWindow(LocalDate from, LocalDate to) {
    /** Refuses a window that ends before it starts. */
    public EvidenceWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the evidence window ends on %s, before %s".formatted(to, from));
        }
    }

    /** The months the window touches, in order. */
    public List<YearMonth> months() {
        var last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
