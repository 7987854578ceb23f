package cn.mingjian.scoring.score;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One line of a rubric that evaluators score.
 *
 * @param max the most points, above 0
 * @param basis the evidence it leans on ({@code indicator:CODE}, {@code staffing:retention} …), or null
 */
public record Item(
        String code, String name, BigFraction max, @Nullable String basis, Kind kind) {

    /** What an item's mean does to its party's raw score. */
    public enum Kind {
        /** Counts in proportion to the sum of maxima. */
        REGULAR,
        /** Its mean is added to raw. */
        BONUS,
        /** Its mean is taken off raw. */
        DEDUCTION
    }

    public Item {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an item has a code");
        }
        if (max.signum() <= 0) {
            throw new IllegalArgumentException("an item's maximum is above 0: " + code + " has " + max);
        }
    }
}
