package cn.mingjian.scoring.score;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is scored: a tree of categories and items for each party, of any depth and scale.
 *
 * @param step every score is a multiple of it
 */
public record Rubric(String code, String version, BigFraction step, Map<Party, List<Category>> parties) {

    /** The step of a rubric that names none. */
    public static final BigFraction DEFAULT_STEP = BigFraction.of(1, 2);

    public Rubric {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("a step is above 0: " + step);
        }
        Map<Party, List<Category>> trees = new EnumMap<>(Party.class);
        Set<String> codes = new HashSet<>();
        for (Party party : Party.values()) {
            List<Category> tree = List.copyOf(parties.getOrDefault(party, List.of()));
            if (tree.stream().flatMap(Category::allItems).noneMatch(item -> item.kind() == Item.Kind.REGULAR)) {
                throw new IllegalArgumentException("a party has at least one regular item: " + party);
            }
            tree.stream().flatMap(Category::allItems).map(Item::code).forEach(item -> {
                if (!codes.add(item)) {
                    throw new IllegalArgumentException("an item's code occurs once: " + item);
                }
            });
            trees.put(party, tree);
        }
        parties = Map.copyOf(trees);
    }

    /** The party's top-level categories. */
    public List<Category> of(Party party) {
        return parties.getOrDefault(party, List.of());
    }

    public Stream<Item> items(Party party) {
        return of(party).stream().flatMap(Category::allItems);
    }

    public Optional<Item> item(Party party, String code) {
        return items(party).filter(item -> item.code().equals(code)).findFirst();
    }
}
