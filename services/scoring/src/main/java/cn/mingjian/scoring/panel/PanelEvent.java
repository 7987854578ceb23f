package cn.mingjian.scoring.panel;

import cn.mingjian.scoring.score.Party;
import java.util.List;

/** What this feature tells others. */
sealed interface PanelEvent {

    String TOPIC = "scoring.evaluation";

    String evaluation();

    /** Who is on the panel now, whole: those who are recused no longer are. */
    record PanelChanged(String evaluation, List<Seat> seats) implements PanelEvent {
        static PanelChanged of(String evaluation, List<Member> members) {
            return new PanelChanged(
                    evaluation,
                    members.stream()
                            .filter(member -> !member.recused())
                            .map(member -> new Seat(member.account(), member.party()))
                            .toList());
        }
    }

    /** An account of the panel has pledged; now it sees evidence. */
    record PledgeSigned(String evaluation, String account) implements PanelEvent {}

    /** A recusal waits for the bureau's decision; whose it is stays where it is decided. */
    record RecusalRequested(String evaluation) implements PanelEvent {}

    /**
     * A recusal was decided; why stays where it was decided.
     *
     * @param account whose recusal it is
     * @param requestedBy the evaluator or the operator
     * @param leads the accounts that lead its party now
     */
    record RecusalDecided(
            String evaluation,
            String account,
            Party party,
            RecusalEntity.Origin requestedBy,
            RecusalEntity.Decision decision,
            List<String> leads)
            implements PanelEvent {}

    /**
     * The bureau took an evaluator off the panel; why stays where it was decided.
     *
     * @param account who was taken off
     * @param leads the accounts that lead its party now
     */
    record EvaluatorReplaced(String evaluation, String account, Party party, List<String> leads)
            implements PanelEvent {}

    /**
     * What a party had submitted no longer stands: one of its evaluators was taken off or asks to be; the party submits again.
     *
     * @param dueAt its deadline as an instant in text, null when none is set
     */
    record PartyReopened(String evaluation, Party party, String dueAt) implements PanelEvent {}

    /** An account's seat, for one party. */
    record Seat(String account, Party party) {}

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }
}
