package cn.mingjian.indicator.completion;

import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Completed figures (完成量) and completion rates (完成率) of one agreement under one set of declared figures. */
public record CompletionRate(Catalogue catalogue, DeclaredFigures declared) {
    private static final BigFraction HUNDRED = BigFraction.of(100);

    /**
     * A VOLUME's completed figure is the declared one, in the indicator's unit. A RATE's is the numerator's completed × 100 /
     * the denominator's agreed (closures against agreed cases), in percent, on the same line; unknown when either is, or when
     * nothing was agreed.
     */
    public Optional<BigFraction> completed(Indicator indicator, Row row) {
        return switch (indicator.measure()) {
            case Measure.Volume volume -> declared.of(row);
            case Measure.Rate(var numerator, var denominator) ->
                percent(declared.of(row.of(numerator)), catalogue.agreed(row.of(denominator)));
        };
    }

    /** A VOLUME's completed × 100 / agreed, in percent; a RATE's equals its completed figure. */
    public Optional<BigFraction> rate(Indicator indicator, Row row) {
        return switch (indicator.measure()) {
            case Measure.Volume volume -> percent(declared.of(row), catalogue.agreed(row));
            case Measure.Rate rate -> completed(indicator, row);
        };
    }

    /** part × 100 / whole, exact and ≥ 0; unknown when a figure is unknown or the whole is 0, never 0 for either. */
    public static Optional<BigFraction> percent(Optional<BigFraction> part, Optional<BigFraction> whole) {
        return part.flatMap(figure -> whole.filter(base -> base.signum() != 0)
                .map(base -> figure.multiply(HUNDRED).divide(base)));
    }
}
