package cn.mingjian.report.source;

import java.time.LocalDate;

/** Two days and all between them, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period ends before it begins: " + from + " … " + to);
        }
    }
}
