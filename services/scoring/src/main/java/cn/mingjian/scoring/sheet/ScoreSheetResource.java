package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The sheets of evaluators. */
@Path("/v1/evaluations/{evaluation}/sheets/{evaluator}")
@RunOnVirtualThread
@RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
public class ScoreSheetResource {

    private final ScoreSheetService service;

    ScoreSheetResource(ScoreSheetService service) {
        this.service = service;
    }

    @PUT
    @Operation(summary = "填写本人评分表（草稿可不完整）")
    public RestResponse<ScoreSheetView> draft(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull ScoreSheetDocument sheet) {
        var shown = service.draft(code, evaluator, sheet);
        return Answers.kept(shown.isNew(), ScoreSheetView.of(shown));
    }

    @GET
    @Operation(summary = "评分表：本人，或本方组长查看已提交的")
    public ScoreSheetView get(@PathParam("evaluation") String code, @PathParam("evaluator") String evaluator) {
        return ScoreSheetView.of(service.get(code, evaluator));
    }

    @PUT
    @Path("/submission")
    @Operation(summary = "提交本人评分表；提交后不能更改")
    public RestResponse<ScoreSheetView> submit(
            @PathParam("evaluation") String code, @PathParam("evaluator") String evaluator) {
        var shown = service.submit(code, evaluator);
        return Answers.kept(shown.isNew(), ScoreSheetView.of(shown));
    }
}
