package cn.mingjian.scoring.pool;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What might stand in the way of somebody's impartiality; a hint, never a decision. */
public enum ConflictHint {
    /** Works for the operator. */
    EMPLOYED_BY_OPERATOR,
    /** Worked for the operator. */
    FORMERLY_EMPLOYED_BY_OPERATOR,
    /** Was on the panel of the station's last closed evaluation. */
    SERVED_LAST_ROUND;

    /**
     * What is known of the evaluator against the round.
     *
     * @param operator the operator's name; empty when it is not known
     * @param names which of them mean the same organisation
     * @param servedLastRound whether the account was on the station's last panel
     */
    static Set<ConflictHint> of(
            ProfileDocument evaluator, Optional<String> operator, OrganisationNames names, boolean servedLastRound) {
        Set<ConflictHint> hints = EnumSet.noneOf(ConflictHint.class);
        operator.ifPresent(name -> {
            if (names.isSame(evaluator.organisation(), name)) {
                hints.add(EMPLOYED_BY_OPERATOR);
            }
            if (evaluator.pastEmployers().stream().anyMatch(past -> names.isSame(past, name))) {
                hints.add(FORMERLY_EMPLOYED_BY_OPERATOR);
            }
        });
        if (servedLastRound) {
            hints.add(SERVED_LAST_ROUND);
        }
        return hints;
    }
}
