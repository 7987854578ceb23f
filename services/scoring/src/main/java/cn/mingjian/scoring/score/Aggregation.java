package cn.mingjian.scoring.score;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** How a party's evaluators become one score per item. */
public enum Aggregation {
    /** The plain mean. */
    MEAN,
    /** Drops one highest and one lowest score when there are five or more, as expert panels do. */
    TRIMMED_MEAN;

    private static final int ENOUGH_TO_TRIM = 5;

    /** The exact mean of the scores that count; unknown when nobody gave one. Order never matters. */
    public Optional<BigFraction> of(List<BigFraction> scores) {
        List<BigFraction> counted = counted(scores);
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(counted.stream()
                        .reduce(BigFraction.ZERO, BigFraction::add)
                        .divide(counted.size()));
    }

    /** The scores that count, from lowest to highest. */
    public List<BigFraction> counted(List<BigFraction> scores) {
        List<BigFraction> sorted =
                scores.stream().sorted(Comparator.naturalOrder()).toList();
        return switch (this) {
            case MEAN -> sorted;
            case TRIMMED_MEAN -> sorted.size() < ENOUGH_TO_TRIM ? sorted : sorted.subList(1, sorted.size() - 1);
        };
    }
}
