package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.caller.Door;
import cn.mingjian.platform.caller.PathParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Lets in who takes part in the evaluation; to everybody else it does not exist. */
@ApplicationScoped
class EvaluationDoor implements Door {

    private final Evaluations evaluations;
    private final EvaluationAccess access;

    EvaluationDoor(Evaluations evaluations, EvaluationAccess access) {
        this.evaluations = evaluations;
        this.access = access;
    }

    @Override
    public String parameter() {
        return "evaluation";
    }

    @Override
    @Transactional
    public void pass(Set<String> roles, PathParameters path) {
        String code = path.find(parameter()).orElseThrow();
        if (!access.takesPart(evaluations.require(code), roles)) {
            throw Evaluations.unknown(code);
        }
    }
}
