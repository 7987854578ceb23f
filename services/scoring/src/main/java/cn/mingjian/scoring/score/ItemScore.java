package cn.mingjian.scoring.score;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An item as its party scored it.
 *
 * @param given every score with who gave it; NA is not among them
 * @param mean the exact mean of the scores that count, unknown when nobody gave one
 */
public record ItemScore(Item item, List<Given> given, Optional<BigFraction> mean) {

    /** One evaluator's points. */
    public record Given(String evaluator, int sheetVersion, BigFraction points) {}

    public ItemScore {
        given = List.copyOf(given);
    }

    /** The item as these evaluators of its party scored it. */
    public static ItemScore of(Item item, Aggregation aggregation, List<Sheet> sheets) {
        List<Given> given = sheets.stream()
                .flatMap(sheet -> sheet.scores().get(item.code()) instanceof Score.Points(BigFraction points)
                        ? java.util.stream.Stream.of(new Given(sheet.evaluator(), sheet.version(), points))
                        : java.util.stream.Stream.empty())
                .toList();
        return new ItemScore(
                item, given, aggregation.of(given.stream().map(Given::points).toList()));
    }

    /** Whether it counts in the sums of regular items: an item nobody scored leaves both of them. */
    boolean countsInSums() {
        return item.kind() == Item.Kind.REGULAR && mean.isPresent();
    }
}
