package cn.mingjian.scoring.concern;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Concerns and what becomes of them. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class ConcernResource {

    private final ConcernService service;

    ConcernResource(ConcernService service) {
        this.service = service;
    }

    /** Several of them. */
    public record ConcernList(List<ConcernView> concerns) {}

    @GET
    @Path("/concerns")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "需要关注的问题及其整改：四方提交后对民政局和承办方，办结后对评估团队")
    public ConcernList list(@PathParam("evaluation") String code) {
        return new ConcernList(service.list(code));
    }

    @GET
    @Path("/earlier-concerns")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR,
        Roles.REPORT_SERVICE
    })
    @Operation(summary = "本站此前已办结评估中需要关注的问题及其整改")
    public ConcernList earlier(@PathParam("evaluation") String code) {
        return new ConcernList(service.earlier(code));
    }

    @PUT
    @Path("/concerns/{number}/follow-up")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "说明整改：责任人、期限、措施、进展（承办方）")
    public RestResponse<ConcernView> followUp(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull FollowUpDocument followUp) {
        var changed = service.followUp(code, number, followUp);
        return Answers.kept(changed.isNew(), changed.concern());
    }

    @PUT
    @Path("/concerns/{number}/verification")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "核实整改（不在评估团队中的民政局账号）")
    public RestResponse<ConcernView> verify(
            @PathParam("evaluation") String code,
            @PathParam("number") int number,
            @NotNull VerificationDocument verification) {
        var changed = service.verify(code, number, verification);
        return Answers.kept(changed.isNew(), changed.concern());
    }
}
