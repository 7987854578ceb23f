package cn.mingjian.indicator.completion;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** How a completed figure stands against its target. */
public enum Status {
    NOT_MET,
    MET,
    EXCEEDED;

    /** Compares the exact figures, not the printed ones; there is no status without a target or a figure. */
    public static Optional<Status> of(Optional<BigFraction> completed, Optional<BigFraction> agreed) {
        return completed.flatMap(figure -> agreed.map(target -> {
            var order = figure.compareTo(target);
            return order < 0 ? NOT_MET : order == 0 ? MET : EXCEEDED;
        }));
    }
}
