package cn.mingjian.acceptance.bundle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Everything that is left to chance, decided by a seed. */
final class Draw {
    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed * 7919 + 17);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(between(0, (int) (to.toEpochDay() - from.toEpochDay())));
    }

    LocalDate day(YearMonth month) {
        return month.atDay(between(1, month.lengthOfMonth()));
    }

    /** A multiple of the step from low to high parts in a hundred of the maximum. */
    BigDecimal part(BigDecimal max, BigDecimal step, int low, int high) {
        int steps = max.divideToIntegralValue(step).intValueExact();
        return step.multiply(BigDecimal.valueOf(between(steps * low / 100, steps * high / 100)));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }
}
