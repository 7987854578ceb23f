package cn.mingjian.scoring.panel;

import cn.mingjian.scoring.score.Party;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One evaluator of a panel as it stands.
 *
 * @param recusal what the evaluator itself asked for
 * @param operatorRecusal what the operator asked for
 * @param replacement why the bureau had it replaced
 */
public record Member(
        String evaluator,
        String account,
        Party party,
        String label,
        boolean lead,
        Optional<LocalDate> pledgedOn,
        Optional<Recusal> recusal,
        Optional<Recusal> operatorRecusal,
        Optional<Recusal> replacement) {

    public boolean recused() {
        return isAny(Recusal.Upheld.class);
    }

    /** Whether a request of its own, or of the operator about it, waits for a decision. */
    public boolean recusalUndecided() {
        return isAny(Recusal.Requested.class);
    }

    private boolean isAny(Class<? extends Recusal> state) {
        return Stream.of(recusal, operatorRecusal, replacement)
                .flatMap(Optional::stream)
                .anyMatch(state::isInstance);
    }

    /** Whether its scores count: pledged and not recused. */
    public boolean eligible() {
        return pledgedOn.isPresent() && !recused();
    }
}
