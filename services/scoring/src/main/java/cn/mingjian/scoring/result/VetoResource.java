package cn.mingjian.scoring.result;

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

/** The vetoes of an evaluation. */
@Path("/v1/evaluations/{evaluation}/vetoes")
@RunOnVirtualThread
public class VetoResource {

    private final VetoService service;

    VetoResource(VetoService service) {
        this.service = service;
    }

    /** What happened. */
    public record VetoRequest(String title, String reason) {}

    /** Whether it leaves the lowest grade, and why. */
    public record VetoDecision(Boolean upheld, String reason) {}

    /**
     * A veto as it stands.
     *
     * @param upheld null until it is decided
     */
    public record VetoView(int number, String title, String reason, Boolean upheld, String decisionReason) {

        static VetoView of(Veto veto) {
            return switch (veto) {
                case Veto.Raised(int number, String title, String reason) ->
                    new VetoView(number, title, reason, null, null);
                case Veto.Upheld(int number, String title, String reason, String because) ->
                    new VetoView(number, title, reason, true, because);
                case Veto.Refused(int number, String title, String reason, String because) ->
                    new VetoView(number, title, reason, false, because);
            };
        }
    }

    /** All of them by number. */
    public record VetoList(List<VetoView> vetoes) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "一票否决列表")
    public VetoList list(@PathParam("evaluation") String code) {
        return new VetoList(service.list(code).stream().map(VetoView::of).toList());
    }

    @PUT
    @Path("/{number}")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "登记一票否决（办结前）")
    public RestResponse<VetoView> raise(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull VetoRequest veto) {
        var changed = service.raise(code, number, veto.title(), veto.reason());
        return Answers.kept(changed.isNew(), VetoView.of(changed.veto()));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "一项一票否决")
    public VetoView get(@PathParam("evaluation") String code, @PathParam("number") int number) {
        return VetoView.of(service.get(code, number));
    }

    @PUT
    @Path("/{number}/decision")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "裁定一票否决（不在评估团队中的民政局账号）")
    public RestResponse<VetoView> decide(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull VetoDecision decision) {
        var changed = service.decide(code, number, decision.upheld(), decision.reason());
        return Answers.kept(changed.isNew(), VetoView.of(changed.veto()));
    }
}
