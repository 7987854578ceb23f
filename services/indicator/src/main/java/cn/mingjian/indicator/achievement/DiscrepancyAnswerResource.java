package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.achievement.DiscrepancyAnswers.DiscrepancyAnswer;
import cn.mingjian.indicator.evaluation.EvaluationAccess;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the operator says to the discrepancies of an evaluation. */
@Path("/v1/evaluations/{evaluation}/discrepancy-answers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DiscrepancyAnswerResource {
    private final Evaluations evaluations;
    private final EvaluationAccess access;
    private final DiscrepancyAnswerService service;

    DiscrepancyAnswerResource(Evaluations evaluations, EvaluationAccess access, DiscrepancyAnswerService service) {
        this.evaluations = evaluations;
        this.access = access;
        this.service = service;
    }

    /** Answers as stored. */
    record DiscrepancyAnswersView(int version, List<DiscrepancyAnswer> answers) {
        static DiscrepancyAnswersView of(Stored<DiscrepancyAnswers> stored) {
            return new DiscrepancyAnswersView(stored.version(), stored.content().answers());
        }
    }

    @PUT
    @RolesAllowed("operator")
    @Operation(summary = "说明数据不一致的原因" + Precondition.TOLD)
    public RestResponse<DiscrepancyAnswersView> answer(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull DiscrepancyAnswers answers) {
        var stored = service.answer(code, answers, new Precondition(ifMatch, ifNoneMatch));
        var status = stored.isNew() && stored.version() == 1 ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.status(status, DiscrepancyAnswersView.of(stored));
    }

    @GET
    @RolesAllowed({
        "bureau",
        "operator",
        "third-party",
        "supervisory-center",
        "purchaser",
        "supervisor",
        "service:report"
    })
    @Operation(summary = "承办方对数据不一致的说明")
    public DiscrepancyAnswersView answers(@PathParam("evaluation") String code) {
        return Optional.of(evaluations.require(code))
                .filter(evaluation -> evaluation.isFrozen() || access.readsOpenFigures(evaluation))
                .flatMap(service::current)
                .map(DiscrepancyAnswersView::of)
                .orElseThrow(() -> AchievementProblem.NOTHING_ANSWERED.because("评估 %s 尚无说明", code));
    }
}
