package cn.mingjian.indicator.achievement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is what it is.
 *
 * @param value as printed, null when unknown
 * @param exact before rounding: a whole number or {@code numerator/denominator}
 */
record FigureView(
        String figure,
        @Nullable String value,
        @Nullable String exact,
        @Nullable String unit,
        String formula,
        List<Input> inputs,
        int achievementVersion) {

    /** One figure the formula uses, where it comes from, and its version there. */
    record Input(
            String name,
            @Nullable String value,
            String source,
            @Nullable Integer version) {}
}
