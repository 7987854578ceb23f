package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;
import java.util.Optional;

/** An account's place on a panel, as the database has it at this moment. */
public record Seat(String evaluator, Party party, boolean lead, boolean pledged, boolean recused) {

    /** Whether its scores count: pledged and not recused. */
    public boolean eligible() {
        return pledged && !recused;
    }

    /**
     * Whether it reads what an evaluator of this code wrote: its own, and a lead its party's.
     *
     * @param author the evaluator's party; empty when nobody of that code is on the panel
     */
    public boolean reads(String other, Optional<Party> author) {
        return evaluator.equals(other) || lead && author.equals(Optional.of(party));
    }
}
