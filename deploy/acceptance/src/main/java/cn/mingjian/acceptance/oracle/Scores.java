package cn.mingjian.acceptance.oracle;

import cn.mingjian.acceptance.oracle.BundleFiles.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From the evaluators' sheets to the grade. */
final class Scores {
    /** One item of a rubric with the mean of those who scored it, if anybody did. */
    record Item(Ratio max, String kind, Optional<Ratio> mean) {
        boolean counts() {
            return kind.equals("REGULAR") && mean.isPresent();
        }
    }

    record Category(String code, List<Item> items) {
        Ratio score() {
            return Ratio.sum(items.stream()
                    .filter(Item::counts)
                    .map(item -> item.mean().orElseThrow())
                    .toList());
        }

        Ratio max() {
            return Ratio.sum(items.stream().filter(Item::counts).map(Item::max).toList());
        }
    }

    record Party(String code, Ratio weight, List<Category> categories) {
        Ratio raw() {
            Ratio scores = Ratio.sum(categories.stream().map(Category::score).toList());
            Ratio maxima = Ratio.sum(categories.stream().map(Category::max).toList());
            return scores.times(Ratio.HUNDRED)
                    .over(maxima)
                    .plus(extra("BONUS"))
                    .minus(extra("DEDUCTION"))
                    .within(Ratio.ZERO, Ratio.HUNDRED);
        }

        Ratio weighted() {
            return raw().times(weight).over(Ratio.HUNDRED);
        }

        private Ratio extra(String kind) {
            return Ratio.sum(categories.stream()
                    .flatMap(category -> category.items().stream())
                    .filter(item -> item.kind().equals(kind))
                    .flatMap(item -> item.mean().stream())
                    .toList());
        }
    }

    private final List<Party> parties = new ArrayList<>();
    private final Tree evaluation;

    Scores(BundleFiles bundle, Tree evaluation) {
        this.evaluation = evaluation;
        Set<String> eligible = new HashSet<>();
        for (BundleFiles.Row member : bundle.rows("panel.csv"))
            if (member.optional("pledgedOn").isPresent() && !member.flag("recused"))
                eligible.add(member.text("evaluator"));
        Map<String, List<Ratio>> byItem = new HashMap<>();
        for (BundleFiles.Row row : bundle.rows("scores.csv"))
            if (eligible.contains(row.text("evaluator")) && !row.text("score").equals("NA"))
                byItem.computeIfAbsent(row.text("item"), any -> new ArrayList<>())
                        .add(Ratio.parse(row.text("score")));
        Tree rubric = bundle.yaml("rubric.yaml").at("parties");
        for (Tree party : evaluation.at("parties").elements()) {
            boolean trimmed = party.at("aggregation").text().equals("TRIMMED_MEAN");
            List<Category> categories = rubric.at(party.at("party").text()).elements().stream()
                    .map(category -> new Category(
                            category.at("code").text(),
                            items(category)
                                    .map(item -> item(
                                            item,
                                            mean(
                                                    byItem.getOrDefault(
                                                            item.at("code").text(), List.of()),
                                                    trimmed)))
                                    .toList()))
                    .toList();
            parties.add(new Party(
                    party.at("party").text(), Ratio.parse(party.at("weight").text()), categories));
        }
    }

    List<Party> parties() {
        return parties;
    }

    Ratio total() {
        boolean atEnd = evaluation.at("rounding").optional().orElse("PER_PARTY").equals("AT_END");
        return Ratio.sum(parties.stream()
                        .map(Party::weighted)
                        .map(weighted -> atEnd ? weighted : weighted.rounded(2))
                        .toList())
                .rounded(2);
    }

    String grade() {
        boolean vetoed = evaluation.at("vetoes").elements().stream()
                .anyMatch(veto -> veto.at("upheld").text().equals("true"));
        Ratio reached = vetoed ? Ratio.ZERO : total();
        return evaluation.at("grades").elements().stream()
                .filter(band -> from(band).compareTo(reached) <= 0)
                .max((left, right) -> from(left).compareTo(from(right)))
                .orElseThrow()
                .at("grade")
                .text();
    }

    /** Adds up before it divides; with five or more scores a trimmed mean leaves one highest and one lowest out. */
    static Optional<Ratio> mean(List<Ratio> scores, boolean trimmed) {
        if (scores.isEmpty()) return Optional.empty();
        boolean drop = trimmed && scores.size() >= 5;
        List<Ratio> kept = drop
                ? scores.stream().sorted().skip(1).limit(scores.size() - 2L).toList()
                : scores;
        return Optional.of(Ratio.sum(kept).over(Ratio.of(kept.size())));
    }

    private static Ratio from(Tree band) {
        return Ratio.parse(band.at("from").text());
    }

    private static Item item(Tree item, Optional<Ratio> mean) {
        return new Item(
                Ratio.parse(item.at("max").text()), item.at("kind").optional().orElse("REGULAR"), mean);
    }

    private static Stream<Tree> items(Tree category) {
        return Stream.concat(
                category.at("items").elements().stream(),
                category.at("categories").elements().stream().flatMap(Scores::items));
    }
}
