package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a caller that staffing is ready to take an evaluation's evidence. */
@Path("/v1/evaluations/{evaluation}")
@Tag(name = "评估")
@RunOnVirtualThread
class EvaluationResource {

    private final Evaluations evaluations;
    private final LongPoll longPoll;

    EvaluationResource(Evaluations evaluations, LongPoll longPoll) {
        this.evaluations = evaluations;
        this.longPoll = longPoll;
    }

    @GET
    @RolesAllowed({"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    @Operation(summary = "评估是否已开启、数据是否已冻结；可用 Prefer: wait=秒 等待开启，加 frozen=true 等待冻结")
    public EvaluationView read(
            @PathParam("evaluation") String code,
            @QueryParam("frozen") @Nullable Boolean frozen,
            @HeaderParam("Prefer") @Nullable String prefer) {
        longPoll.until(
                PreferWait.of(prefer),
                () -> evaluations.find(code).filter(found -> frozen == null || found.isFrozen() == frozen));
        Evaluation evaluation = evaluations.require(code);
        return new EvaluationView(evaluation.code(), evaluation.isFrozen());
    }
}
