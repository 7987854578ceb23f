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

    /**
     * What is said to have happened.
     *
     * @param evidence what shows it, in words; may be left out, as by a bundle of what was decided on paper
     */
    public record VetoRequest(String title, String reason, List<String> evidence) {}

    /** When the operator was heard, and what it said. */
    public record VetoHearing(String heldOn, String statement) {}

    /** Whether it leaves the lowest grade, and why. */
    public record VetoDecision(Boolean upheld, String reason) {}

    /**
     * A veto as it stands.
     *
     * @param hearing null when none was held
     * @param upheld null until it is decided
     */
    public record VetoView(
            int number,
            String title,
            String reason,
            List<String> evidence,
            VetoHearing hearing,
            Boolean upheld,
            String decisionReason) {

        static VetoView of(Veto veto) {
            return switch (veto) {
                case Veto.Raised raised -> of(raised, null, null);
                case Veto.Upheld upheld -> of(upheld, true, upheld.because());
                case Veto.Refused refused -> of(refused, false, refused.because());
            };
        }

        private static VetoView of(Veto veto, Boolean upheld, String because) {
            Veto.Allegation allegation = veto.allegation();
            return new VetoView(
                    allegation.number(),
                    allegation.title(),
                    allegation.reason(),
                    allegation.evidence(),
                    veto.hearing()
                            .map(hearing -> new VetoHearing(hearing.heldOn().toString(), hearing.statement()))
                            .orElse(null),
                    upheld,
                    because);
        }
    }

    /** All of them by number. */
    public record VetoList(List<VetoView> vetoes) {}

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.OPERATOR})
    @Operation(summary = "一票否决列表；承办方办结前看不到裁定")
    public VetoList list(@PathParam("evaluation") String code) {
        return new VetoList(service.list(code).stream().map(VetoView::of).toList());
    }

    @PUT
    @Path("/{number}")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "登记一票否决（办结前）")
    public RestResponse<VetoView> raise(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull VetoRequest veto) {
        var changed = service.raise(code, number, veto.title(), veto.reason(), veto.evidence());
        return Answers.kept(changed.isNew(), VetoView.of(changed.veto()));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.BUREAU, Roles.OPERATOR})
    @Operation(summary = "一项一票否决；承办方办结前看不到裁定")
    public VetoView get(@PathParam("evaluation") String code, @PathParam("number") int number) {
        return VetoView.of(service.get(code, number));
    }

    @PUT
    @Path("/{number}/hearing")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "登记承办方的陈述（裁定前）")
    public RestResponse<VetoView> hear(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull VetoHearing hearing) {
        var changed = service.hear(code, number, hearing.heldOn(), hearing.statement());
        return Answers.kept(changed.isNew(), VetoView.of(changed.veto()));
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
