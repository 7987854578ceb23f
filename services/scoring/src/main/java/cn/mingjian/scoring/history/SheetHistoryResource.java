package cn.mingjian.scoring.history;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What has happened to a sheet since it was submitted. */
@Path("/v1/evaluations/{evaluation}/sheets/{evaluator}/history")
@RunOnVirtualThread
public class SheetHistoryResource {

    private final HistoryService service;

    SheetHistoryResource(HistoryService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "评分表经过：本人与本方组长，民政局在四方提交后")
    public HistoryView get(@PathParam("evaluation") String code, @PathParam("evaluator") String evaluator) {
        return service.ofSheet(code, evaluator);
    }
}
