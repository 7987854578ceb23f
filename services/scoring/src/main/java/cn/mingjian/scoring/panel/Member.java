package cn.mingjian.scoring.panel;

import cn.mingjian.scoring.score.Party;
import java.time.LocalDate;
import java.util.Optional;

/** One evaluator of a panel as it stands. */
public record Member(
        String evaluator,
        String account,
        Party party,
        String label,
        boolean lead,
        Optional<LocalDate> pledgedOn,
        Optional<Recusal> recusal) {

    public boolean recused() {
        return recusal.filter(Recusal.Upheld.class::isInstance).isPresent();
    }

    /** Whether a request of its waits for a decision. */
    public boolean recusalUndecided() {
        return recusal.filter(Recusal.Requested.class::isInstance).isPresent();
    }

    /** Whether its scores count: pledged and not recused. */
    public boolean eligible() {
        return pledgedOn.isPresent() && !recused();
    }
}
