package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Two rubrics side by side: every category and item of either, matched by party and code, in the order of the right one; what
 * only the left one has stands at the end of its party.
 *
 * @param leftStep what every score of the left one is a multiple of, as {@code rightStep} of the right one
 */
public record RubricComparison(String leftStep, String rightStep, List<Line> lines) {

    /** What a line may differ in. */
    public enum Field {
        NAME,
        PARENT,
        MAX,
        BASIS,
        KIND,
        COMMENT_BELOW
    }

    /** A node of one rubric; what a category does not have is null. */
    public record Node(
            String code,
            String name,
            @Nullable String parent,
            @Nullable String max,
            @Nullable String basis,
            Item.@Nullable Kind kind,
            @Nullable String commentBelow) {

        private Set<Field> differencesTo(Node other) {
            Set<Field> fields = new LinkedHashSet<>();
            add(fields, Field.NAME, name, other.name);
            add(fields, Field.PARENT, parent, other.parent);
            add(fields, Field.MAX, max, other.max);
            add(fields, Field.BASIS, basis, other.basis);
            add(fields, Field.KIND, kind, other.kind);
            add(fields, Field.COMMENT_BELOW, commentBelow, other.commentBelow);
            return fields;
        }

        private static void add(Set<Field> fields, Field field, @Nullable Object left, @Nullable Object right) {
            if (!Objects.equals(left, right)) {
                fields.add(field);
            }
        }
    }

    /**
     * One category or item.
     *
     * @param left empty for one that was added, as {@code right} is for one that was removed
     * @param changed empty when both say the same
     */
    public record Line(Party party, Optional<Node> left, Optional<Node> right, Set<Field> changed) {}

    /** Of two versions, or of two rubrics altogether. */
    public static RubricComparison of(Rubric left, Rubric right) {
        List<Line> lines = new ArrayList<>();
        for (Party party : Party.values()) {
            Map<String, Node> before = nodes(left.of(party));
            Map<String, Node> after = nodes(right.of(party));
            after.forEach(
                    (key, node) -> lines.add(line(party, Optional.ofNullable(before.get(key)), Optional.of(node))));
            before.forEach((key, node) -> {
                if (!after.containsKey(key)) {
                    lines.add(line(party, Optional.of(node), Optional.empty()));
                }
            });
        }
        return new RubricComparison(Figures.plain(left.step()), Figures.plain(right.step()), lines);
    }

    private static Line line(Party party, Optional<Node> left, Optional<Node> right) {
        Set<Field> changed = left.isPresent() && right.isPresent() ? left.get().differencesTo(right.get()) : Set.of();
        return new Line(party, left, right, changed);
    }

    /** Categories and items have codes of their own: the key tells them apart. */
    private static Map<String, Node> nodes(List<Category> categories) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        categories.forEach(category -> add(nodes, category, null));
        return nodes;
    }

    private static void add(Map<String, Node> nodes, Category category, @Nullable String parent) {
        nodes.put(
                "category " + category.code(),
                new Node(category.code(), category.name(), parent, null, null, null, null));
        for (Item item : category.items()) {
            nodes.put(
                    "item " + item.code(),
                    new Node(
                            item.code(),
                            item.name(),
                            category.code(),
                            Figures.plain(item.max()),
                            item.basis(),
                            item.kind(),
                            plain(item.commentBelow())));
        }
        category.categories().forEach(nested -> add(nodes, nested, category.code()));
    }

    private static @Nullable String plain(@Nullable BigFraction figure) {
        return figure == null ? null : Figures.plain(figure);
    }
}
