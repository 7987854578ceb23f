package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Door;
import cn.mingjian.platform.caller.PathParameters;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets in who takes part in the evaluation, and of its parties' members those whom the path names. */
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
        Standing standing = access.read(path.find(parameter()).orElseThrow());
        standing.requireOneOf(roles);
        if (!roles.contains(Roles.BUREAU)) {
            path.find("evaluator").ifPresent(standing::requireOwnOrLead);
            path.find("party").flatMap(Party::of).ifPresent(standing::requireOf);
        }
    }
}
