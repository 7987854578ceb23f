package cn.mingjian.staffing.figure;

import cn.mingjian.platform.number.Figures;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** A share in percent; a share of nothing is unknown, never 0. */
final class Percentage {

    private Percentage() {}

    static Optional<BigFraction> of(BigFraction part, BigFraction whole) {
        return whole.equals(BigFraction.ZERO)
                ? Optional.empty()
                : Optional.of(part.multiply(Figures.HUNDRED).divide(whole));
    }
}
