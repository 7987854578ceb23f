package cn.mingjian.scoring.score;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One line of a rubric that evaluators score.
 *
 * @param max the most points, above 0
 * @param basis the evidence it leans on ({@code indicator:CODE}, {@code staffing:retention} …), or null
 * @param commentBelow points under it are given with a comment; null when none is asked for
 */
public record Item(
        String code,
        String name,
        BigFraction max,
        @Nullable String basis,
        Kind kind,
        @Nullable BigFraction commentBelow) {

    /** What an item's mean does to its party's raw score. */
    public enum Kind {
        /** Counts in proportion to the sum of maxima. */
        REGULAR,
        /** Its mean is added to raw. */
        BONUS,
        /** Its mean is taken off raw. */
        DEDUCTION,
        /** Counts nowhere: any points say that a serious violation was found, which becomes a veto to decide. */
        VETO
    }

    public Item {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an item has a code");
        }
        if (max.signum() <= 0) {
            throw new IllegalArgumentException("an item's maximum is above 0: " + code + " has " + max);
        }
    }

    /** Whether points on one can be set beside points on the other: rubrics may use a code for something else later. */
    public boolean isComparableWith(Item other) {
        return code.equals(other.code)
                && name.equals(other.name)
                && kind == other.kind
                && max.compareTo(other.max) == 0;
    }

    /** Whether points are only given with a comment: low ones, and a violation that was found. */
    public boolean asksForComment(BigFraction points) {
        return kind == Kind.VETO ? points.signum() > 0 : commentBelow != null && points.compareTo(commentBelow) < 0;
    }
}
