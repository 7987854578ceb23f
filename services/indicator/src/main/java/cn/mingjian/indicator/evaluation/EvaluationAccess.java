package cn.mingjian.indicator.evaluation;

import cn.mingjian.platform.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what with an evaluation's indicators. */
@ApplicationScoped
public class EvaluationAccess {

    private final Panels panels;
    private final Caller caller;

    EvaluationAccess(Panels panels, Caller caller) {
        this.panels = panels;
        this.caller = caller;
    }

    /** Whether the caller takes part in the evaluation in one of the roles; the parties' roles need a seat on its panel. */
    boolean takesPart(Evaluation evaluation, Set<String> roles) {
        Set<String> held = Stream.concat(
                        Stream.of("bureau", "operator"), panels.roles(evaluation.code(), caller.account()).stream())
                .filter(role -> caller.holds(role, evaluation.station()))
                .collect(Collectors.toSet());
        return (caller.isService("report") && roles.contains("service:report")) || !Collections.disjoint(held, roles);
    }

    /** Whether the caller sees figures that may still change; panel and report service see frozen ones only. */
    public boolean readsOpenFigures(Evaluation evaluation) {
        return caller.holdsAny(evaluation.station(), "bureau", "operator");
    }
}
