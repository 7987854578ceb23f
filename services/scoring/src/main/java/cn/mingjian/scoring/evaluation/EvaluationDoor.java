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
        String code = path.find(parameter()).orElseThrow();
        Standing standing = access.read(code);
        standing.requireOneOf(roles);
        if (!roles.contains(Roles.BUREAU) && !roles.contains(Roles.OPERATOR)) {
            path.find("evaluator")
                    .ifPresent(evaluator -> standing.requireOwnOrLead(evaluator, access.partyOf(code, evaluator)));
            path.find("author").ifPresent(author -> standing.requireFellow(access.partyOf(code, author)));
            path.find("party").flatMap(Party::of).ifPresent(standing::requireOf);
        }
    }
}
