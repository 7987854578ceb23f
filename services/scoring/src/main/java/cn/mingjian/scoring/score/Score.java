package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import org.apache.commons.numbers.fraction.BigFraction;

/** What one evaluator says about one item. */
public sealed interface Score {

    String NOT_APPLICABLE = "NA";

    /** Points, 0 … the item's maximum in its rubric's steps. */
    record Points(BigFraction value) implements Score {
        public Points {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("a score is never negative: " + value);
            }
        }
    }

    /** The evaluator does not score the item; it leaves that evaluator out of the item's mean. */
    record NotApplicable() implements Score {}

    /**
     * Reads {@code 5.5} or {@code NA}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Score parse(String text) {
        return text.equals(NOT_APPLICABLE) ? new NotApplicable() : new Points(Figures.parse(text));
    }

    /** The form that {@link #parse} reads, without trailing zeros. */
    default String text() {
        return switch (this) {
            case Points(BigFraction value) -> Figures.plain(value);
            case NotApplicable() -> NOT_APPLICABLE;
        };
    }
}
