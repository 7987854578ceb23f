package cn.mingjian.scoring.round;

import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.Recusal;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.sheet.ScoreSheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who has pledged and submitted: all that the bureau sees of a round until its end, without a single score. */
public record ProgressView(String phase, List<PartyProgress> parties) {

    /**
     * One party.
     *
     * @param dueAt its deadline, null when none is set
     * @param overdue whether it has missed the deadline and not submitted since
     * @param submittedAt null until its lead has submitted
     */
    public record PartyProgress(
            String party, Instant dueAt, boolean overdue, Instant submittedAt, List<EvaluatorProgress> evaluators) {}

    /** One evaluator; {@code sheet} is NONE, DRAFT or SUBMITTED. */
    public record EvaluatorProgress(
            String evaluator,
            String label,
            String role,
            LocalDate pledgedOn,
            String recusal,
            String operatorRecusal,
            String replacement,
            String sheet) {}

    static ProgressView of(
            String phase,
            List<Member> members,
            Map<Party, Instant> deadlines,
            Map<Party, Instant> submissions,
            Map<String, ScoreSheet> sheets,
            Instant now) {
        return new ProgressView(
                phase,
                Stream.of(Party.values())
                        .map(party -> new PartyProgress(
                                party.name(),
                                deadlines.get(party),
                                deadlines.containsKey(party)
                                        && !submissions.containsKey(party)
                                        && !now.isBefore(deadlines.get(party)),
                                submissions.get(party),
                                members.stream()
                                        .filter(member -> member.party() == party)
                                        .map(member -> evaluator(member, sheets.get(member.evaluator())))
                                        .toList()))
                        .toList());
    }

    private static EvaluatorProgress evaluator(Member member, ScoreSheet sheet) {
        return new EvaluatorProgress(
                member.evaluator(),
                member.label(),
                member.lead() ? "LEAD" : "MEMBER",
                member.pledgedOn().orElse(null),
                member.recusal().map(Recusal::state).orElse(null),
                member.operatorRecusal().map(Recusal::state).orElse(null),
                member.replacement().map(Recusal::state).orElse(null),
                switch (sheet) {
                    case null -> "NONE";
                    case ScoreSheet.Draft draft -> "DRAFT";
                    case ScoreSheet.Submitted submitted -> "SUBMITTED";
                });
    }
}
