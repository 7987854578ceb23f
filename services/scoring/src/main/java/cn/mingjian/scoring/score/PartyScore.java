package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * One party's part of a result.
 *
 * @param raw {@code Σ means × 100 / Σ maxima} of the regular items, plus the means of BONUS items, minus those of
 *     DEDUCTION items, kept within 0 … 100; exact
 * @param categories the top-level ones, in the rubric's order, but for those of VETO items only
 * @param items by code, in the rubric's order
 */
public record PartyScore(Party party, BigFraction raw, List<CategoryScore> categories, Map<String, ItemScore> items) {

    public PartyScore {
        if (raw.signum() < 0 || raw.compareTo(Figures.HUNDRED) > 0) {
            throw new IllegalArgumentException("a raw score lies within 0 … 100: " + raw);
        }
        categories = List.copyOf(categories);
    }

    /**
     * The party's score from its eligible evaluators' sheets.
     *
     * @return empty when no regular item has a score: such a party has no raw score, and 0 would be an invention
     */
    public static Optional<PartyScore> of(Party party, Rubric rubric, Aggregation aggregation, List<Sheet> sheets) {
        Map<String, ItemScore> items = new LinkedHashMap<>();
        rubric.items(party).forEach(item -> items.put(item.code(), ItemScore.of(item, aggregation, sheets)));
        List<ItemScore> regular =
                items.values().stream().filter(ItemScore::countsInSums).toList();
        if (regular.isEmpty()) {
            return Optional.empty();
        }
        BigFraction share =
                CategoryScore.sumOfMeans(regular).multiply(Figures.HUNDRED).divide(CategoryScore.sumOfMaxima(regular));
        BigFraction raw = share.add(sum(items, Item.Kind.BONUS)).subtract(sum(items, Item.Kind.DEDUCTION));
        return Optional.of(new PartyScore(
                party,
                within0And100(raw),
                rubric.of(party).stream()
                        .filter(Category::countsAnywhere)
                        .map(category -> CategoryScore.of(category, items))
                        .toList(),
                items));
    }

    /** Every category's score, nested ones too. */
    public Stream<CategoryScore> allCategories() {
        return categories.stream()
                .flatMap(top -> top.category().withNested())
                .map(category -> CategoryScore.of(category, items));
    }

    private static BigFraction sum(Map<String, ItemScore> items, Item.Kind kind) {
        return items.values().stream()
                .filter(item -> item.item().kind() == kind)
                .flatMap(item -> item.mean().stream())
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction within0And100(BigFraction raw) {
        if (raw.signum() < 0) {
            return BigFraction.ZERO;
        }
        return raw.compareTo(Figures.HUNDRED) > 0 ? Figures.HUNDRED : raw;
    }
}
