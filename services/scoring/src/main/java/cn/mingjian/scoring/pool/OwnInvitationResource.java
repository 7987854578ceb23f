package cn.mingjian.scoring.pool;

import cn.mingjian.platform.caller.Place;
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

/** What the caller's own account was asked; it need not be on any panel yet. */
@Path("/v1/districts/{district}/stations/{station}/invitations")
@RunOnVirtualThread
@RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
public class OwnInvitationResource {

    private final InvitationService service;

    OwnInvitationResource(InvitationService service) {
        this.service = service;
    }

    /**
     * What the invited says.
     *
     * @param answer ACCEPTED or DECLINED
     * @param reason needed for declining
     */
    public record InvitationAnswer(String answer, String reason) {}

    /**
     * @param title of the evaluation, which the invited may not read yet
     * @param state INVITED, ACCEPTED or DECLINED
     */
    public record OwnInvitationView(
            String evaluation,
            String title,
            String party,
            String message,
            Instant invitedAt,
            String state,
            String reason,
            Instant answeredAt) {

        static OwnInvitationView of(OwnInvitation own) {
            Invitation invitation = own.invitation();
            return new OwnInvitationView(
                    invitation.evaluation(),
                    own.title(),
                    invitation.party().name(),
                    invitation.message(),
                    invitation.invitedAt(),
                    invitation.state(),
                    invitation.reason(),
                    invitation.answeredAt());
        }
    }

    /** The latest first. */
    public record OwnInvitationList(List<OwnInvitationView> invitations) {}

    @GET
    @Operation(summary = "本账号在该站点收到的邀请")
    public OwnInvitationList list(@PathParam("district") String district, @PathParam("station") String station) {
        return new OwnInvitationList(service.own(Place.station(district, station)).stream()
                .map(OwnInvitationView::of)
                .toList());
    }

    @PUT
    @Path("/{invitation}/answer")
    @Operation(summary = "答复邀请；以评估的编码指明")
    public RestResponse<OwnInvitationView> answer(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("invitation") String evaluation,
            @NotNull InvitationAnswer answer) {
        var changed = service.answer(Place.station(district, station), evaluation, answer.answer(), answer.reason());
        return Answers.kept(changed.isNew(), OwnInvitationView.of(changed.invitation()));
    }
}
