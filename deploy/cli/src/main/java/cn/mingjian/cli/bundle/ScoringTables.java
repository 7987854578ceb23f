package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.rules.scoring.Panel;
import cn.mingjian.rules.scoring.Party;
import cn.mingjian.rules.scoring.Scores;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who scored what, as the rules about it read it. */
record ScoringTables(Table members, Table scores) {
    private static final String MEMBERS = "/members";
    private static final String SCORES = "/scores";

    void check(Items items, Findings findings) {
        Panel panel =
                new Panel(members.rows().stream().map(ScoringTables::member).toList(), members.tells());
        findings.addAll(members, panel.recusals());
        for (Party party : Party.values()) {
            panel.oneLead(party).ifPresent(problem -> findings.add(members, problem));
        }
        new Scores(
                        scores.rows().stream().map(ScoringTables::given).toList(),
                        scores.tells("evaluator", "item"),
                        items,
                        panel,
                        members.tells("evaluator"))
                .problems()
                .forEach(problem -> add(problem, findings));
    }

    /** Tells which citations of evaluators and items are wrong. */
    void cited(RubricFile rubric, Findings findings) {
        Citations ofMembers = new Citations().in(scores, "evaluator", "item");
        findings.cited(
                Rule.EVALUATOR_KNOWN,
                ofMembers,
                members.lost(
                        "evaluator",
                        ofMembers,
                        row -> mayScore(row)
                                ? ofMembers.usual(members.alike(row, "evaluator", "party", "recused"))
                                : Optional.of(Set.of())));
        Citations ofItems = new Citations().in(scores, "item", "evaluator");
        findings.cited(Rule.ITEM_KNOWN, ofItems, rubric.lost(ofItems));
    }

    private static boolean mayScore(Row member) {
        return !member.is("recused", "true") && !Boolean.FALSE.equals(isFilled(member, "pledgedOn"));
    }

    private void add(Problem problem, Findings findings) {
        if (problem.pointer().startsWith(MEMBERS)) {
            findings.add(members, problem.below(MEMBERS));
        } else {
            findings.add(scores, problem.below(SCORES));
        }
    }

    private static Panel.Member member(Row row) {
        String party = row.orNull("party");
        return new Panel.Member(
                row.orNull("evaluator"),
                party == null ? null : Party.valueOf(party),
                row.orNull("role"),
                isFilled(row, "pledgedOn"),
                row.find("recused").map(Boolean::valueOf).orElse(null),
                isFilled(row, "recusalReason"));
    }

    private static @Nullable Boolean isFilled(Row row, String column) {
        return row.knows(column) ? row.find(column).isPresent() : null;
    }

    private static Scores.Given given(Row row) {
        return new Scores.Given(row.orNull("evaluator"), row.orNull("item"), row.orNull("score"));
    }
}
