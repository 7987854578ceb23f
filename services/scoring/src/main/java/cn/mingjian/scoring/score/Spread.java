package cn.mingjian.scoring.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How far the evaluators of one party lie apart on one item.
 *
 * @param mean of the scores that count, as the result has it
 * @param median exact; the mean of the middle two when their number is even
 * @param outliers whose points differ from the median of the others by more than a quarter of the item's maximum
 */
public record Spread(
        Item item,
        int scores,
        BigFraction lowest,
        BigFraction highest,
        BigFraction median,
        BigFraction mean,
        List<ItemScore.Given> outliers) {

    /** Of two scores neither is the odd one out. */
    private static final int ENOUGH_TO_STAND_OUT = 3;

    private static final BigFraction FAR = BigFraction.of(1, 4);

    /** Empty when nobody scored the item. */
    public static Optional<Spread> of(ItemScore score) {
        if (score.mean().isEmpty()) {
            return Optional.empty();
        }
        List<BigFraction> points = sorted(score.given());
        return Optional.of(new Spread(
                score.item(),
                points.size(),
                points.getFirst(),
                points.getLast(),
                median(points),
                score.mean().get(),
                outliers(score)));
    }

    private static List<ItemScore.Given> outliers(ItemScore score) {
        List<ItemScore.Given> outliers = new ArrayList<>();
        if (score.given().size() >= ENOUGH_TO_STAND_OUT) {
            BigFraction far = score.item().max().multiply(FAR);
            for (ItemScore.Given one : score.given()) {
                List<ItemScore.Given> others =
                        score.given().stream().filter(other -> other != one).toList();
                BigFraction distance = one.points().subtract(median(sorted(others)));
                if (distance.abs().compareTo(far) > 0) {
                    outliers.add(one);
                }
            }
        }
        return outliers;
    }

    private static List<BigFraction> sorted(List<ItemScore.Given> given) {
        return given.stream()
                .map(ItemScore.Given::points)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static BigFraction median(List<BigFraction> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(2);
    }
}
