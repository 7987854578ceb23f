package cn.mingjian.rules.scoring;

import cn.mingjian.rules.FollowOns;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.scoring.Items.Item;
import cn.mingjian.rules.scoring.Panel.Member;
import cn.mingjian.rules.scoring.Panel.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all evaluators gave, against the rubric and the panel; pointers begin with {@code /scores} or {@code /members}. */
public final class Scores {
    private static final String NOT_APPLICABLE = "NA";

    private final List<Given> given;
    private final boolean whole;
    private final Items items;
    private final Panel panel;
    private final boolean panelCodesWhole;
    private final Map<String, Map<Party, Long>> partiesScored;

    /** One evaluator's score, or NA, of one item, as far as it reads. */
    public record Given(
            @Nullable String evaluator,
            @Nullable String item,
            @Nullable String score) {}

    /**
     * @param whole whether all rows were read, with evaluator and item
     * @param panelCodesWhole whether the codes of all members were read
     */
    public Scores(List<Given> given, boolean whole, Items items, Panel panel, boolean panelCodesWhole) {
        this.given = given;
        this.whole = whole;
        this.items = items;
        this.panel = panel;
        this.panelCodesWhole = panelCodesWhole;
        this.partiesScored = new HashMap<>();
        for (Given row : given) {
            Party party = items.find(row.item()).map(Item::party).orElse(null);
            if (row.evaluator() != null && party != null) {
                partiesScored
                        .computeIfAbsent(row.evaluator(), e -> new EnumMap<>(Party.class))
                        .merge(party, 1L, Long::sum);
            }
        }
    }

    private record Missing(int position, String evaluator, Item item) {}

    /** Everything that is wrong with them. */
    public List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            check("/scores/" + i, given.get(i), found);
        }
        List<Missing> missing = missing();
        for (Missing each : missing) {
            found.add(Problem.at(
                    "/members/" + each.position() + "/evaluator",
                    Rule.SCORE_FOR_EVERY_ITEM,
                    "",
                    "“%s”缺少评分项“%s”的评分".formatted(each.evaluator(), each.item().code())));
        }
        for (Party party : Party.values()) {
            boolean mayFollow =
                    missing.stream().map(Missing::item).anyMatch(item -> item.party() == party && item.regular());
            boolean scorable = items.tells(party) && items.of(party).anyMatch(Item::regular);
            if (whole && panel.isWhole() && scorable && !mayFollow && !mayHaveScore(party)) {
                found.add(Problem.at(
                        "/members" + panel.first(party) + "/party",
                        Rule.PARTY_WITH_SCORE,
                        "",
                        "%s没有任何有效评分".formatted(party.title())));
            }
        }
        return found;
    }

    private void check(String at, Given row, List<Problem> found) {
        panel.evaluators(panelCodesWhole)
                .cite(at + "/evaluator", Rule.EVALUATOR_KNOWN, row.evaluator())
                .ifPresent(found::add);
        Optional<Member> evaluator = panel.find(row.evaluator());
        evaluator
                .filter(member -> member.standing() == Standing.INELIGIBLE)
                .ifPresent(member -> found.add(Problem.at(
                        at + "/evaluator",
                        Rule.EVALUATOR_ELIGIBLE,
                        "",
                        Boolean.TRUE.equals(member.recused()) ? "已回避的评委不能评分" : "未签署廉洁责任承诺书的评委不能评分")));
        Optional<Party> party = party(row.evaluator());
        items.codes(party).cite(at + "/item", Rule.ITEM_KNOWN, row.item()).ifPresent(found::add);
        items.find(row.item()).ifPresent(item -> {
            if (party.filter(own -> !item.mayBeOf(own)).isPresent()) {
                found.add(Problem.at(at + "/item", Rule.ITEM_OF_PARTY, "", "这一评分项不属于该评委的一方"));
            }
            if (row.score() != null && !row.score().equals(NOT_APPLICABLE)) {
                found.addAll(items.score(at + "/score", new BigDecimal(row.score()), item));
            }
        });
    }

    /** Whom somebody scores for: where the panel does not say it, the party that most of its scores are for. */
    private Optional<Party> party(@Nullable String evaluator) {
        if (evaluator == null) {
            return Optional.empty();
        }
        Map<Party, Long> scored = partiesScored.getOrDefault(evaluator, Map.of());
        long all = scored.values().stream().mapToLong(Long::longValue).sum();
        return panel.find(evaluator)
                .flatMap(member -> Optional.ofNullable(member.party()))
                .or(() -> scored.keySet().stream()
                        .filter(party -> 2 * scored.getOrDefault(party, 0L) > all)
                        .findFirst());
    }

    /** The items that eligible evaluators left out; a row that does not read may be one of them. */
    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        if (!whole || !panel.isWhole()) {
            return missing;
        }
        Set<List<String>> present = new HashSet<>();
        for (Given row : given) {
            if (row.evaluator() != null && row.item() != null) {
                present.add(List.of(row.evaluator(), row.item()));
            }
        }
        for (int position : panel.distinct()) {
            Member member = panel.member(position);
            String code = member.evaluator();
            Party party = party(code).orElse(null);
            if (code != null && party != null && member.standing() == Standing.ELIGIBLE) {
                items.of(party)
                        .filter(item -> !present.contains(List.of(code, item.code())))
                        .forEach(item -> missing.add(new Missing(position, code, item)));
            }
        }
        List<Given> unreadable = given.stream()
                .filter(row -> row.evaluator() == null || row.item() == null)
                .toList();
        return FollowOns.unexplained(missing, unreadable, Scores::mayBe);
    }

    private static boolean mayBe(Given row, Missing missing) {
        return (row.evaluator() == null || row.evaluator().equals(missing.evaluator()))
                && (row.item() == null || row.item().equals(missing.item().code()));
    }

    /** Whether a regular item of the party has an eligible score, or has one if what does not read is such. */
    private boolean mayHaveScore(Party party) {
        return given.stream().anyMatch(row -> mayCount(row, party));
    }

    private boolean mayCount(Given row, Party party) {
        Optional<Item> item = items.find(row.item());
        boolean scored = !NOT_APPLICABLE.equals(row.score());
        boolean ofItem = row.item() == null
                || item.filter(each -> each.mayBeOf(party) && each.regular()).isPresent();
        return scored && ofItem && (row.evaluator() == null || mayScoreFor(row.evaluator(), party));
    }

    private boolean mayScoreFor(String evaluator, Party party) {
        return panel.find(evaluator)
                .map(member -> member.mayScoreFor(party))
                .orElseGet(() -> panel.mayHaveUnnamed(party));
    }
}
