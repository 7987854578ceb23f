package cn.mingjian.indicator.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may read an evaluation's indicators: the station's bureau, operator and evaluating parties, and the report service. */
@ApplicationScoped
public class Readers {
    private static final String[] ROLES = {
        "bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"
    };

    private final Caller caller;

    Readers(Caller caller) {
        this.caller = caller;
    }

    /** Ends the request with 403 unless the caller is a reader of the evaluation. */
    public void requireFor(Evaluation evaluation) {
        if (!caller.isService("report") && !caller.holdsAny(evaluation.station(), ROLES)) {
            throw CommonProblem.NOT_ALLOWED.because("当前账号不具备所需的角色或不在该站点范围内");
        }
    }
}
