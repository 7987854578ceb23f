package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Door;
import cn.mingjian.platform.caller.PathParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets in who takes part in the evaluation. */
@ApplicationScoped
class EvaluationDoor implements Door {

    private final Access access;

    EvaluationDoor(Access access) {
        this.access = access;
    }

    @Override
    public String parameter() {
        return "evaluation";
    }

    @Override
    public void pass(Set<String> roles, PathParameters path) {
        access.read(path.find(parameter()).orElseThrow()).requireOneOf(roles);
    }
}
