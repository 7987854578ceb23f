package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The score that an item's evidence suggests: {@code max × min(1, rate / 100)}, rounded down to the rubric's step (DOMAIN
 * "Scoring"). For satisfaction the rate is {@code mean × 100 / 5}.
 */
public record Suggestion(Item item, BigFraction rate, BigFraction points) {

    private static final BigFraction BEST_ANSWER = BigFraction.of(5);

    /** Empty for an unknown rate: nothing is suggested then, not even 0. */
    public static Optional<Suggestion> of(Item item, BigFraction step, Optional<BigFraction> rate) {
        return rate.map(its -> {
            BigFraction share = its.compareTo(Figures.HUNDRED) > 0 ? BigFraction.ONE : its.divide(Figures.HUNDRED);
            BigFraction steps = item.max()
                    .multiply(share.signum() < 0 ? BigFraction.ZERO : share)
                    .divide(step);
            return new Suggestion(item, its, down(steps).multiply(step));
        });
    }

    /** The rate that a mean answer of 1 … 5 stands for. */
    public static BigFraction rateOfMeanAnswer(BigFraction mean) {
        return mean.multiply(Figures.HUNDRED).divide(BEST_ANSWER);
    }

    private static BigFraction down(BigFraction steps) {
        return Figures.of(new BigDecimal(steps.getNumerator())
                .divide(new BigDecimal(steps.getDenominator()), 0, RoundingMode.DOWN));
    }
}
