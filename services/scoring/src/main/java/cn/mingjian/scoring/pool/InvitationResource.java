package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Whom the bureau asked to evaluate. */
@Path("/v1/evaluations/{evaluation}/invitations")
@RunOnVirtualThread
@RolesAllowed(Roles.BUREAU)
public class InvitationResource {

    private final InvitationService service;

    InvitationResource(InvitationService service) {
        this.service = service;
    }

    /** @param message the bureau's to the evaluator, or null */
    public record InvitationDocument(String party, String message) {}

    /** @param state INVITED, ACCEPTED or DECLINED */
    public record InvitationView(
            String evaluator,
            String party,
            String message,
            Instant invitedAt,
            String state,
            String reason,
            Instant answeredAt) {

        static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.evaluator(),
                    invitation.party().name(),
                    invitation.message(),
                    invitation.invitedAt(),
                    invitation.state(),
                    invitation.reason(),
                    invitation.answeredAt());
        }
    }

    /** In the order of inviting. */
    public record InvitationList(List<InvitationView> invitations) {}

    @GET
    @Operation(summary = "邀请及答复")
    public InvitationList list(@PathParam("evaluation") String code) {
        return new InvitationList(
                service.list(code).stream().map(InvitationView::of).toList());
    }

    @PUT
    @Path("/{evaluator}")
    @Operation(summary = "邀请评委库中的一名评委")
    public RestResponse<InvitationView> invite(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull InvitationDocument invitation) {
        var changed = service.invite(code, evaluator, invitation.party(), invitation.message());
        return Answers.kept(changed.isNew(), InvitationView.of(changed.invitation()));
    }
}
