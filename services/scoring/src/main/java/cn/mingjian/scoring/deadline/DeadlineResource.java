package cn.mingjian.scoring.deadline;

import cn.mingjian.platform.document.Stored;
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

/** Each party's deadline. */
@Path("/v1/evaluations/{evaluation}/parties/{party}/deadline")
@RunOnVirtualThread
public class DeadlineResource {

    private final DeadlineService service;

    DeadlineResource(DeadlineService service) {
        this.service = service;
    }

    /**
     * A deadline as kept.
     *
     * @param version 1 for the first, one more with every change
     */
    public record DeadlineView(String dueAt, String reason, int version) {

        static DeadlineView of(Stored<DeadlineDocument> stored) {
            return new DeadlineView(stored.content().dueAt(), stored.content().reason(), stored.version());
        }
    }

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "设定或延长一方的截止时间（四方全部提交之前）")
    public RestResponse<DeadlineView> put(
            @PathParam("evaluation") String code,
            @PathParam("party") String party,
            @NotNull DeadlineDocument deadline) {
        var stored = service.put(code, party, deadline);
        return Answers.kept(stored, DeadlineView.of(stored));
    }

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "一方的截止时间：民政局与本方评委")
    public DeadlineView get(@PathParam("evaluation") String code, @PathParam("party") String party) {
        return DeadlineView.of(service.get(code, party));
    }
}
