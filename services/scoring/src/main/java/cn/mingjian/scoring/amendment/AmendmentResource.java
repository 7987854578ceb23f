package cn.mingjian.scoring.amendment;

import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Corrections of submitted sheets. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class AmendmentResource {

    private final AmendmentService service;
    private final SuggestionService suggestions;
    private final LongPoll longPoll;

    AmendmentResource(AmendmentService service, SuggestionService suggestions, LongPoll longPoll) {
        this.service = service;
        this.suggestions = suggestions;
        this.longPoll = longPoll;
    }

    /** All that the caller may see, in the order in which they were made. */
    public record AmendmentList(List<AmendmentView> amendments) {}

    @GET
    @Path("/amendments")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "评分更正：民政局看全部，组长看本方，其他评委看本人")
    public AmendmentList list(@PathParam("evaluation") String code) {
        return new AmendmentList(service.list(code));
    }

    @PUT
    @Path("/sheets/{evaluator}/amendments/{number}")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "更正本人已提交的评分（异议成立后、办结前）")
    public RestResponse<AmendmentView> amend(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @PathParam("number") int number,
            @NotNull AmendmentDocument amendment,
            @Context HttpHeaders headers) {
        longPoll.until(
                PreferWait.MOMENT,
                () -> service.awaits(code, evaluator, amendment) ? Optional.empty() : Optional.of(true));
        // Asked before the round is locked, as for a whole sheet.
        var suggested = suggestions.toExplain(code, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        var kept = service.amend(code, evaluator, number, amendment, suggested);
        return Answers.kept(kept.isNew(), kept.amendment());
    }
}
