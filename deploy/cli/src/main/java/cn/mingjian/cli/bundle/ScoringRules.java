package cn.mingjian.cli.bundle;

import cn.mingjian.cli.bundle.RubricFile.Item;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What rubric, panel and scores have to agree on. */
final class ScoringRules {
    private final Table panel;
    private final Table scores;
    private final RubricFile rubric;
    private final Faults faults;
    private final Map<String, Row> evaluators = new HashMap<>();

    ScoringRules(Table panel, Table scores, RubricFile rubric, Faults faults) {
        this.panel = panel;
        this.scores = scores;
        this.rubric = rubric;
        this.faults = faults;
        panel.rows().forEach(row -> row.find("evaluator").ifPresent(code -> evaluators.putIfAbsent(code, row)));
    }

    void check() {
        for (Row row : panel.rows()) {
            if (row.is("recused", "true")
                    && row.knows("recusalReason")
                    && row.find("recusalReason").isEmpty()) {
                faults.add(panel.file(), row.line(), "recusalReason", "已回避的评委要写明回避理由");
            }
        }
        Codes evaluatorCodes = Codes.of("评委", panel, "evaluator");
        Codes itemCodes = rubric.codes();
        for (Row row : scores.rows()) {
            evaluatorCodes.cite(scores, row, "evaluator");
            if (partyOf(row).map(rubric::tells).orElse(rubric.root().isPresent())) {
                itemCodes.cite(scores, row, "item");
            }
            checkScore(row);
        }
        evaluatorCodes.report(faults);
        itemCodes.report(faults);
        Set<Party> unscored = reportMissingRows();
        if (panel.tells("evaluator", "party", "role", "pledgedOn", "recused")) {
            for (Party party : Party.values()) {
                checkParty(party, !unscored.contains(party));
            }
        }
    }

    private Optional<Row> evaluatorOf(Row score) {
        return score.find("evaluator").map(evaluators::get);
    }

    private Optional<Party> partyOf(Row score) {
        return evaluatorOf(score).flatMap(evaluator -> evaluator.find("party")).map(Party::valueOf);
    }

    private void checkScore(Row row) {
        Optional<Row> evaluator = evaluatorOf(row);
        if (evaluator.filter(ScoringRules::ineligible).isPresent()) {
            faults.add(
                    scores.file(),
                    row.line(),
                    "evaluator",
                    evaluator.get().is("recused", "true") ? "已回避的评委不能评分" : "未签署廉洁责任承诺书的评委不能评分");
        }
        Optional<Item> item = row.find("item").map(rubric.items()::get);
        Optional<Party> party = partyOf(row);
        if (item.isEmpty()) {
            return;
        }
        if (party.isPresent() && item.get().party() != party.get()) {
            faults.add(scores.file(), row.line(), "item", "这一评分项不属于该评委的一方");
            return;
        }
        row.find("score")
                .filter(score -> !score.equals("NA"))
                .map(BigDecimal::new)
                .ifPresent(score -> checkFigure(row, item.get(), score));
    }

    private void checkFigure(Row row, Item item, BigDecimal score) {
        if (item.max().filter(max -> score.compareTo(max) > 0).isPresent()) {
            String max = item.max().get().toPlainString();
            faults.add(scores.file(), row.line(), "score", "超过该项满分 %s".formatted(max));
        }
        if (rubric.step().filter(step -> score.remainder(step).signum() != 0).isPresent()) {
            String step = rubric.step().get().toPlainString();
            faults.add(scores.file(), row.line(), "score", "应为 %s 的整数倍".formatted(step));
        }
    }

    /** Every eligible evaluator has a row for every item of its party; the parties where one is missing. */
    private Set<Party> reportMissingRows() {
        Set<Party> unscored = new HashSet<>();
        if (!scores.tells("evaluator", "item") || !panel.tells("evaluator", "party", "pledgedOn", "recused")) {
            return unscored;
        }
        Set<List<String>> present = new HashSet<>();
        scores.rows()
                .forEach(row -> present.add(List.of(
                        row.find("evaluator").orElse(""), row.find("item").orElse(""))));
        evaluators.forEach((code, evaluator) -> {
            for (Item item : rubric.items().values()) {
                if (eligible(evaluator)
                        && evaluator.is("party", item.party().name())
                        && !present.contains(List.of(code, item.code()))) {
                    unscored.add(item.party());
                    faults.add(
                            panel.file(),
                            evaluator.line(),
                            "evaluator",
                            "“%s”缺少评分项“%s”的评分".formatted(code, item.code()));
                }
            }
        });
        return unscored;
    }

    /** Exactly one eligible lead and at least one score, unless what could not be read may still make it so. */
    private void checkParty(Party party, boolean allRows) {
        List<Row> certain = panel.rows().stream()
                .filter(row -> row.is("party", party.name()))
                .toList();
        boolean unclear = panel.rows().stream().anyMatch(row -> !row.knows("party"));
        int line = certain.isEmpty() ? 1 : certain.getFirst().line();
        long leads = count(certain, row -> eligible(row) && row.is("role", "LEAD"));
        long perhaps = count(certain, row -> !ineligible(row) && !row.is("role", "MEMBER"));
        if (leads > 1 || perhaps == 0 && !unclear) {
            String message = "%s应有且只有一位未回避、已签承诺书的组长，现为 %d 位".formatted(party.title(), leads);
            faults.add(panel.file(), line, "role", message);
        }
        if (allRows && !unclear && scores.tells("evaluator", "item", "score") && !hasScore(party, certain)) {
            faults.add(panel.file(), line, "party", "%s没有任何有效评分".formatted(party.title()));
        }
    }

    private boolean hasScore(Party party, List<Row> evaluatorsOfParty) {
        if (!rubric.tells(party) || evaluatorsOfParty.stream().anyMatch(row -> !decided(row))) {
            return true;
        }
        for (Row row : scores.rows()) {
            boolean readable = row.knows("evaluator") && row.knows("item") && row.knows("score");
            Optional<Row> evaluator = evaluatorOf(row);
            Optional<Item> item = row.find("item").map(rubric.items()::get);
            boolean counts = evaluator
                            .filter(e -> eligible(e) && e.is("party", party.name()))
                            .isPresent()
                    && item.filter(i -> i.party() == party && i.regular()).isPresent()
                    && !row.is("score", "NA");
            if (counts || !readable) {
                return true;
            }
        }
        return false;
    }

    private static long count(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }

    private static boolean decided(Row evaluator) {
        return eligible(evaluator) || ineligible(evaluator);
    }

    private static boolean eligible(Row evaluator) {
        return evaluator.is("recused", "false") && evaluator.find("pledgedOn").isPresent();
    }

    private static boolean ineligible(Row evaluator) {
        boolean unpledged =
                evaluator.knows("pledgedOn") && evaluator.find("pledgedOn").isEmpty();
        return evaluator.is("recused", "true") || unpledged;
    }
}
