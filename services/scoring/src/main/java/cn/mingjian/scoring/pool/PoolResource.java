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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A district's pool of evaluators. */
@Path("/v1/districts/{district}/evaluators")
@RunOnVirtualThread
@RolesAllowed(Roles.BUREAU)
public class PoolResource {

    private final PoolService service;

    PoolResource(PoolService service) {
        this.service = service;
    }

    /** Somebody in the pool. */
    public record ProfileView(
            String evaluator,
            String label,
            String account,
            String organisation,
            List<String> expertise,
            List<String> pastEmployers,
            boolean active) {

        static ProfileView of(PoolService.Pooled who) {
            ProfileDocument profile = who.profile();
            return new ProfileView(
                    who.evaluator(),
                    profile.label(),
                    profile.account(),
                    profile.organisation(),
                    profile.expertise(),
                    profile.pastEmployers(),
                    profile.active());
        }
    }

    /** By code. */
    public record Pool(List<ProfileView> evaluators) {}

    @GET
    @Operation(summary = "本区评委库")
    public Pool list(@PathParam("district") String district) {
        return new Pool(service.list(district).stream().map(ProfileView::of).toList());
    }

    @PUT
    @Path("/{evaluator}")
    @Operation(summary = "登记评委：单位、专长、曾任职单位；停用后不再列为人选")
    public RestResponse<ProfileView> put(
            @PathParam("district") String district,
            @PathParam("evaluator") String evaluator,
            @NotNull ProfileDocument profile) {
        var kept = service.put(district, evaluator, profile);
        return Answers.kept(kept.isNew(), ProfileView.of(kept.who()));
    }
}
