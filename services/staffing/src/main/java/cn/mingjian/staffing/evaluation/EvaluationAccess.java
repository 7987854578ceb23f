package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may read or enter what of an evaluation's staffing. */
@ApplicationScoped
public class EvaluationAccess {

    private static final String[] PARTIES = {"third-party", "supervisory-center", "purchaser", "supervisor"};

    private final Caller caller;

    EvaluationAccess(Caller caller) {
        this.caller = caller;
    }

    /** The operator alone enters evidence. */
    public void requireOperator(Evaluation evaluation) {
        caller.require("operator", evaluation.station());
    }

    /** Evidence as entered: the bureau and the operator. */
    public void requireEvidenceReader(Evaluation evaluation) {
        caller.requireAny(evaluation.station(), "bureau", "operator");
    }

    /** Ends the request unless the caller has any part in the evaluation. */
    public void requirePart(Evaluation evaluation) {
        if (!readsOpenFigures(evaluation)) {
            caller.requireAny(evaluation.station(), PARTIES);
        }
    }

    /** Whether the caller sees figures that may still change; the parties see frozen ones only. */
    public boolean readsOpenFigures(Evaluation evaluation) {
        return caller.isService("report") || caller.holdsAny(evaluation.station(), "bureau", "operator");
    }
}
