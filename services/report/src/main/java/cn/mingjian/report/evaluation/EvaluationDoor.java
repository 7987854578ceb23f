package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Door;
import cn.mingjian.platform.caller.PathParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets in who takes part in the evaluation, and whose voice the path names where it names one of the operation's roles. */
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
        Set<String> named =
                path.find("voice").filter(roles::contains).map(Set::of).orElse(roles);
        access.read(path.find(parameter()).orElseThrow()).requireOneOf(named);
    }
}
