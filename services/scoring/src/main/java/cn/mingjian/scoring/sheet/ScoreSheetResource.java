package cn.mingjian.scoring.sheet;

import cn.mingjian.platform.problem.CommonProblem;
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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(summary = "填写本人评分表（草稿可不完整）；首次填写带 If-None-Match: *，此后带 If-Match 写明所依据的版本，不带的视同首次填写；别处已有其他内容时答复 412")
    public RestResponse<ScoreSheetView> draft(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull ScoreSheetDocument sheet) {
        if (ifNoneMatch != null && (ifMatch != null || !ifNoneMatch.equals("*"))) {
            throw CommonProblem.MALFORMED_REQUEST.because("If-None-Match 只能为 *，且不与 If-Match 同用");
        }
        var shown = service.draft(code, evaluator, revision(ifMatch), sheet);
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
    @Operation(summary = "提交本人评分表，带 If-Match 时只提交所见的版本；提交后不能更改")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreSheetView.class)))
    @APIResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
    public RestResponse<ScoreSheetView> submit(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpHeaders headers) {
        // Asked before the round is locked: the owners of the figures may take their time.
        var suggested = suggestions.toExplain(code, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        var shown = service.submit(code, evaluator, revision(ifMatch), suggested);
        return tagged(shown.isNew(), shown);
    }

    /** As an ETag quotes it; null where none is named. */
    private static String revision(String ifMatch) {
        return ifMatch == null ? null : ifMatch.replace("\"", "");
    }

    private static RestResponse<ScoreSheetView> tagged(boolean created, ScoreSheetService.Shown shown) {
        return RestResponse.ResponseBuilder.create(
                        created ? RestResponse.Status.CREATED : RestResponse.Status.OK, ScoreSheetView.of(shown))
                .tag(Integer.toString(shown.revision()))
                .build();
    }
}
