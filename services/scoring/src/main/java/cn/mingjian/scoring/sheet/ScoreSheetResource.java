package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.suggestion.SuggestionService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The sheets of evaluators. */
@Path("/v1/evaluations/{evaluation}/sheets/{evaluator}")
@RunOnVirtualThread
@RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
public class ScoreSheetResource {

    private final ScoreSheetService service;
    private final SuggestionService suggestions;

    ScoreSheetResource(ScoreSheetService service, SuggestionService suggestions) {
        this.service = service;
        this.suggestions = suggestions;
    }

    @PUT
    @Operation(summary = "填写本人评分表（草稿可不完整）；带 If-Match 时只在未被改动过的版本上保存")
    public RestResponse<ScoreSheetView> draft(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull ScoreSheetDocument sheet) {
        var shown = service.draft(code, evaluator, ifMatch == null ? null : ifMatch.replace("\"", ""), sheet);
        return tagged(shown.isNew(), shown);
    }

    @GET
    @Operation(summary = "评分表：本人，或本方组长查看已提交的")
    public RestResponse<ScoreSheetView> get(
            @PathParam("evaluation") String code, @PathParam("evaluator") String evaluator) {
        return tagged(false, service.get(code, evaluator));
    }

    @PUT
    @Path("/submission")
    @Operation(summary = "提交本人评分表；提交后不能更改")
    public RestResponse<ScoreSheetView> submit(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @Context HttpHeaders headers) {
        // Asked before the round is locked: the owners of the figures may take their time.
        var suggested = suggestions.toExplain(code, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        var shown = service.submit(code, evaluator, suggested);
        return tagged(shown.isNew(), shown);
    }

    private static RestResponse<ScoreSheetView> tagged(boolean created, ScoreSheetService.Shown shown) {
        return RestResponse.ResponseBuilder.create(
                        created ? RestResponse.Status.CREATED : RestResponse.Status.OK, ScoreSheetView.of(shown))
                .tag(Integer.toString(shown.revision()))
                .build();
    }
}
