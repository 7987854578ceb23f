package cn.mingjian.indicator.evaluation;

import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tells callers whether an evaluation has arrived here, so that they can wait for it. */
@Path("/v1/evaluations/{evaluation}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EvaluationResource {
    private final Evaluations evaluations;
    private final LongPoll poll;

    EvaluationResource(Evaluations evaluations, LongPoll poll) {
        this.evaluations = evaluations;
        this.poll = poll;
    }

    /** An evaluation as this service knows it. */
    record EvaluationView(String code, boolean frozen) {}

    /** The evaluation, waiting for it (and for its freeze, when asked) as long as the caller prefers. */
    @GET
    @RolesAllowed({"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    @Operation(summary = "指标服务所知的评估；可等待冻结（Prefer: wait）")
    public EvaluationView get(
            @PathParam("evaluation") String code,
            @QueryParam("frozen") @Nullable Boolean frozen,
            @HeaderParam("Prefer") @Nullable String prefer) {
        poll.until(
                PreferWait.of(prefer),
                () -> evaluations.find(code).filter(found -> frozen == null || found.isFrozen() == frozen));
        var evaluation = evaluations.require(code);
        return new EvaluationView(evaluation.code(), evaluation.isFrozen());
    }
}
