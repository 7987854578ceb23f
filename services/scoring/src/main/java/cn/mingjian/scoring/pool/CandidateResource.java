package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whom a panel may be made of. */
@Path("/v1/evaluations/{evaluation}/candidates")
@RunOnVirtualThread
public class CandidateResource {

    private final PoolService service;

    CandidateResource(PoolService service) {
        this.service = service;
    }

    /** Somebody who may be asked. */
    public record CandidateView(
            String evaluator,
            String label,
            String account,
            String organisation,
            List<String> expertise,
            Set<ConflictHint> hints) {

        static CandidateView of(PoolService.Candidate candidate) {
            ProfileDocument profile = candidate.who().profile();
            return new CandidateView(
                    candidate.who().evaluator(),
                    profile.label(),
                    profile.account(),
                    profile.organisation(),
                    profile.expertise(),
                    candidate.hints());
        }
    }

    /** By code. */
    public record Candidates(List<CandidateView> candidates) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "可邀请的评委及利益冲突提示")
    public Candidates list(@PathParam("evaluation") String code) {
        return new Candidates(
                service.candidates(code).stream().map(CandidateView::of).toList());
    }
}
