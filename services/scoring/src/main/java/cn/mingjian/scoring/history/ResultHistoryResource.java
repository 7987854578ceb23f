package cn.mingjian.scoring.history;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How a result came about, version by version. */
@Path("/v1/evaluations/{evaluation}/result/history")
@RunOnVirtualThread
public class ResultHistoryResource {

    private final HistoryService service;

    ResultHistoryResource(HistoryService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "结果经过：各版结果与其由来；民政局在四方提交后，评估团队办结后")
    public HistoryView get(@PathParam("evaluation") String code) {
        return service.ofResult(code);
    }
}
