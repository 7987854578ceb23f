package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All sheets of a closed round, for its archive. */
@Path("/v1/evaluations/{evaluation}/sheets")
@RunOnVirtualThread
public class ArchivedSheetsResource {

    private final ScoreSheetService service;

    ArchivedSheetsResource(ScoreSheetService service) {
        this.service = service;
    }

    /** In the panel's order. */
    public record ArchivedSheets(List<ScoreSheetView> sheets) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "全部评分表（办结后，用于归档）")
    public ArchivedSheets all(@PathParam("evaluation") String code) {
        return new ArchivedSheets(
                service.all(code).stream().map(ScoreSheetView::of).toList());
    }
}
