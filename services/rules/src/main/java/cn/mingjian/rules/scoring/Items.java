package cn.mingjian.rules.scoring;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items of a rubric as far as they read. */
public final class Items {

    /** The step of a rubric that names none. */
    public static final BigDecimal DEFAULT_STEP = new BigDecimal("0.5");

    /** How many levels of categories a rubric may have: two levels of JSON each, of which a hundred are taken. */
    public static final int DEEPEST = 45;

    private static final String INDICATOR = "indicator:";
    private static final Set<String> OTHER_BASES =
            Set.of("staffing:retention", "staffing:certified-rate", "staffing:experienced-rate", "satisfaction");

    private final Map<String, Item> byCode = new LinkedHashMap<>();
    private final Set<Party> incomplete;
    private final @Nullable BigDecimal step;

    /**
     * An item that is scored.
     *
     * @param party null when two parties have an item of this code
     * @param max null when it does not read
     */
    public record Item(
            String code, @Nullable Party party, @Nullable BigDecimal max, boolean regular) {

        /** What is certain, or may be, of a code that two items have. */
        private Item or(Item other) {
            return new Item(
                    code,
                    party == other.party ? party : null,
                    max == null || other.max == null ? null : max.max(other.max),
                    regular || other.regular);
        }

        boolean mayBeOf(Party other) {
            return party == null || party == other;
        }
    }

    /**
     * @param incomplete the parties whose part could not be read whole
     * @param step null when it does not read
     */
    public Items(List<Item> items, Set<Party> incomplete, @Nullable BigDecimal step) {
        items.forEach(item -> byCode.merge(item.code(), item, Item::or));
        this.incomplete = incomplete;
        this.step = step;
    }

    /** The evidence that a basis leans on, when there is no such. */
    public static Optional<Problem> basis(String at, String basis, Known indicators) {
        if (basis.startsWith(INDICATOR)) {
            return indicators.cite(at, Rule.INDICATOR_KNOWN, basis.substring(INDICATOR.length()));
        }
        return OTHER_BASES.contains(basis)
                ? Optional.empty()
                : Optional.of(Problem.at(at, Rule.BASIS_KNOWN, "", "没有这种依据：“%s”".formatted(basis)));
    }

    /** The problem of a category on this level, the top being 1, when that is too deep. */
    public static Optional<Problem> depth(String at, int level) {
        return level <= DEEPEST
                ? Optional.empty()
                : Optional.of(Problem.at(at, Rule.LEVELS_BOUNDED, "", "评估指标层级超过 %d 层".formatted(DEEPEST)));
    }

    /** The problem of a party that has nothing to score. */
    public static Problem nothingToScore(Party party) {
        return Problem.at("", Rule.PARTY_WITH_ITEMS, "", "%s没有常规评分项".formatted(party.title()));
    }

    Optional<Item> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    Stream<Item> of(Party party) {
        return byCode.values().stream().filter(item -> item.party() == party);
    }

    /** Whether all of a party's part was read. */
    boolean tells(Party party) {
        return !incomplete.contains(party);
    }

    /** The codes that somebody may score: of a party whose part is not whole, nothing can be said. */
    Known codes(Optional<Party> party) {
        boolean whole = party.map(this::tells).orElse(incomplete.isEmpty());
        return new Known("评分项", byCode.keySet(), whole);
    }

    /** What is wrong with a score as such. */
    public static List<Problem> score(
            String at, BigDecimal score, @Nullable BigDecimal max, @Nullable BigDecimal step) {
        List<Problem> found = new ArrayList<>();
        if (max != null && score.compareTo(max) > 0) {
            found.add(Problem.at(at, Rule.SCORE_WITHIN_MAXIMUM, "", "超过该项满分 %s".formatted(max.toPlainString())));
        }
        if (step != null && score.remainder(step).signum() != 0) {
            found.add(Problem.at(at, Rule.SCORE_ON_STEP, "", "应为 %s 的整数倍".formatted(step.toPlainString())));
        }
        return found;
    }

    List<Problem> score(String at, BigDecimal score, Item item) {
        return score(at, score, item.max(), step);
    }
}
