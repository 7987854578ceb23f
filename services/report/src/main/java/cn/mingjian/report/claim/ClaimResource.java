package cn.mingjian.report.claim;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.report.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Figures that somebody wrote. */
@Path("/v1/evaluations/{evaluation}/claims")
@RunOnVirtualThread
public class ClaimResource {

    private final ClaimService service;

    ClaimResource(ClaimService service) {
        this.service = service;
    }

    /** Claims as kept. */
    public record ClaimsView(List<Claims.Claim> claims, int version) {
        static ClaimsView of(Stored<Claims> stored) {
            return new ClaimsView(stored.content().claims(), stored.version());
        }
    }

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "登记文中数据，与核算结果核对（办结前）" + Precondition.TOLD)
    public RestResponse<ClaimsView> put(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull Claims claims) {
        Stored<Claims> stored = service.put(code, claims, new Precondition(ifMatch, ifNoneMatch));
        boolean created = stored.isNew() && stored.version() == 1;
        return RestResponse.status(
                created ? RestResponse.Status.CREATED : RestResponse.Status.OK, ClaimsView.of(stored));
    }

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "已登记的文中数据")
    public ClaimsView get(@PathParam("evaluation") String code) {
        return ClaimsView.of(service.get(code));
    }
}
