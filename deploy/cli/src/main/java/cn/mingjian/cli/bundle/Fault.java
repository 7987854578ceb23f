package cn.mingjian.cli.bundle;

import java.util.Comparator;

/** Something in a bundle that is wrong: the file, the line, the column or dotted key, and what is wrong with it. */
public record Fault(String file, int line, String field, String message) {

    /** As they are printed; faults of one line keep the order in which they were found. */
    static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparingInt(Fault::line);

    @Override
    public String toString() {
        return "%s:%d: %s: %s".formatted(file, line, field, message);
    }
}
