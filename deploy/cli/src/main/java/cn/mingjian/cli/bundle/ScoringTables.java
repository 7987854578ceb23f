package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Problem;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.rules.scoring.Panel;
import cn.mingjian.rules.scoring.Party;
import cn.mingjian.rules.scoring.Scores;
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
