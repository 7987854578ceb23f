package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.util.Collection;
import org.apache.commons.numbers.fraction.BigFraction;

/** Where a total is rounded to its two decimals, HALF_UP. */
public enum Rounding {
    /** Each party's weighted score is rounded and the printed figures are added: the table adds up by hand. */
    PER_PARTY,
    /** Exact weighted scores are added and the total is rounded. */
    AT_END;

    private static final int DECIMALS = 2;

    /** The total as printed. */
    public BigFraction total(Collection<BigFraction> weighted) {
        return switch (this) {
            case PER_PARTY ->
                weighted.stream()
                        .map(figure -> Figures.rounded(figure, DECIMALS))
                        .reduce(BigFraction.ZERO, BigFraction::add);
            case AT_END -> Figures.rounded(weighted.stream().reduce(BigFraction.ZERO, BigFraction::add), DECIMALS);
        };
    }
}
