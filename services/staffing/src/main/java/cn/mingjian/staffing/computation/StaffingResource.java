package cn.mingjian.staffing.computation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Computed staffing figures, their versions and their reasons. */
@Path("/v1/evaluations/{evaluation}")
@Tag(name = "队伍数据计算")
@RunOnVirtualThread
@RolesAllowed({"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
class StaffingResource {

    private final StaffingService service;

    StaffingResource(StaffingService service) {
        this.service = service;
    }

    @GET
    @Path("/staffing")
    @Operation(summary = "当前版本：冻结后为冻结版本，冻结前为最新版本")
    public StaffingView current(@PathParam("evaluation") String evaluation) {
        return StaffingView.of(service.current(evaluation));
    }

    @GET
    @Path("/staffing/versions/{version}")
    @RolesAllowed({
        "bureau",
        "operator",
        "third-party",
        "supervisory-center",
        "purchaser",
        "supervisor",
        "service:report"
    })
    @Operation(summary = "指定版本")
    public StaffingView version(@PathParam("evaluation") String evaluation, @PathParam("version") String version) {
        return StaffingView.of(service.version(evaluation, VersionNumber.parse(version)));
    }

    @GET
    @Path("/figures/{figure}")
    @Operation(summary = "某项数据的由来：公式、输入、所引版本、精确值")
    public Explanation explain(
            @PathParam("evaluation") String evaluation,
            @PathParam("figure") String figure,
            @QueryParam("version") @Nullable String version) {
        return service.explain(
                evaluation,
                figure,
                version == null ? OptionalInt.empty() : OptionalInt.of(VersionNumber.parse(version)));
    }
}
