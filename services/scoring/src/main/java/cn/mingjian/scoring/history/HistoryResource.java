package cn.mingjian.scoring.history;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What has happened in an evaluation. */
@Path("/v1/evaluations/{evaluation}/history")
@RunOnVirtualThread
public class HistoryResource {

    private final HistoryService service;

    HistoryResource(HistoryService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "评估经过：民政局随时，评估团队办结后；承办方只看与本机构有关的")
    public HistoryView get(@PathParam("evaluation") String code) {
        return service.of(code);
    }
}
