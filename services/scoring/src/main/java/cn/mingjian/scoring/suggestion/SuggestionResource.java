package cn.mingjian.scoring.suggestion;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Suggested scores. */
@Path("/v1/evaluations/{evaluation}/suggestions")
@RunOnVirtualThread
public class SuggestionResource {

    private final SuggestionService service;

    SuggestionResource(SuggestionService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "按已冻结的数据建议的得分：评委看本方，民政局看全部")
    public SuggestionView get(@PathParam("evaluation") String code, @Context HttpHeaders headers) {
        return service.of(code, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }
}
