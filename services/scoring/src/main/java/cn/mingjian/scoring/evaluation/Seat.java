package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;

/** An account's place on a panel, as the database has it at this moment. */
public record Seat(String evaluator, Party party, boolean lead, boolean pledged, boolean recused) {

    /** Whether its scores count: pledged and not recused. */
    public boolean eligible() {
        return pledged && !recused;
    }
}
