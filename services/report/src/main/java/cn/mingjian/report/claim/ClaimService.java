package cn.mingjian.report.claim;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.report.assignment.Assignments;
import cn.mingjian.report.evaluation.Access;
import cn.mingjian.report.evaluation.Phase;
import cn.mingjian.report.evaluation.Standing;
import cn.mingjian.rules.claim.ClaimSubject;
import cn.mingjian.rules.claim.ReportShapes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes claims from the bureau until the evaluation is closed; a draft that exists is made anew. */
@ApplicationScoped
class ClaimService {

    private final Access access;
    private final ClaimStore store;
    private final Assignments assignments;

    ClaimService(Access access, ClaimStore store, Assignments assignments) {
        this.access = access;
        this.store = store;
        this.assignments = assignments;
    }

    @Transactional
    Stored<Claims> put(String code, Claims claims, Precondition precondition) {
        Standing standing = access.change(code);
        standing.requireBureau();
        check(claims);
        Optional<Stored<Claims>> before = store.find(code);
        if (before.isPresent() && before.get().content().equals(claims)) {
            return before.get();
        }
        Phase phase = standing.evaluation().phase();
        if (phase == Phase.CLOSED || phase == Phase.CANCELLED) {
            throw ClaimProblem.CLAIMS_CLOSED.because("评估 %s 已办结", code);
        }
        Stored<Claims> stored = store.put(code, claims, precondition);
        standing.evaluation().resultVersion().ifPresent(result -> assignments.draft(code, result));
        return stored;
    }

    @Transactional
    Stored<Claims> get(String code) {
        access.read(code).requireBureau();
        return store.find(code).orElseThrow(() -> ClaimProblem.CLAIMS_NOT_FOUND.because("评估 %s 尚未登记文中数据", code));
    }

    private static void check(Claims claims) {
        Refusals refusals = new Refusals();
        List<Claims.Claim> all = claims.claims();
        for (int i = 0; i < all.size(); i++) {
            Claims.Claim claim = all.get(i);
            String at = "/claims/" + i;
            fault("source", claim.source())
                    .ifPresent(fault -> refusals.add(ClaimProblem.CLAIM_SOURCE_MISSING, at + "/source", fault));
            if (fault("subject", claim.subject()).isPresent()
                    || ClaimSubject.parse(claim.subject()).isEmpty()) {
                refusals.add(ClaimProblem.CLAIM_SUBJECT_UNKNOWN, at + "/subject", "没有数据项 " + claim.subject());
            }
            fault("value", claim.value())
                    .ifPresent(fault -> refusals.add(ClaimProblem.CLAIM_VALUE_MALFORMED, at + "/value", fault));
        }
        refusals.throwIfAny();
    }

    private static Optional<String> fault(String name, @Nullable String text) {
        return text == null || text.isBlank()
                ? Optional.of("不能为空")
                : ReportShapes.CLAIM.field(name).form().fault(text);
    }
}
