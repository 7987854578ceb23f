package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.suggestion.SuggestionService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Sheets that were filled in on paper, by members of their author's party. */
@Path("/v1/evaluations/{evaluation}/paper-sheets/{author}")
@RunOnVirtualThread
@RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
public class PaperSheetResource {

    private final PaperSheetService service;
    private final SuggestionService suggestions;

    PaperSheetResource(PaperSheetService service, SuggestionService suggestions) {
        this.service = service;
        this.suggestions = suggestions;
    }

    /** @param revision of the sheet that was compared with the scan */
    public record PaperConfirmation(Integer revision) {}

    @PUT
    @Operation(summary = "登记本方一份纸质评分表，附扫描件；须由本方另一账号核对")
    public RestResponse<PaperSheetView> enter(
            @PathParam("evaluation") String code,
            @PathParam("author") String author,
            @NotNull PaperSheetDocument paper) {
        var shown = service.enter(code, author, paper);
        return Answers.kept(shown.sheet().isNew(), PaperSheetView.of(shown));
    }

    @GET
    @Operation(summary = "纸质评分表：本方评委")
    public PaperSheetView get(@PathParam("evaluation") String code, @PathParam("author") String author) {
        return PaperSheetView.of(service.get(code, author));
    }

    @PUT
    @Path("/confirmation")
    @Operation(summary = "核对纸质评分表并提交；登记的账号不能核对")
    public RestResponse<PaperSheetView> confirm(
            @PathParam("evaluation") String code,
            @PathParam("author") String author,
            @NotNull PaperConfirmation confirmation,
            @Context HttpHeaders headers) {
        var suggested = suggestions.toExplain(code, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        var shown = service.confirm(code, author, confirmation.revision(), suggested);
        return Answers.kept(shown.sheet().isNew(), PaperSheetView.of(shown));
    }
}
