package cn.mingjian.scoring.rubric;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The rubric of an evaluation. */
@Path("/v1/evaluations/{evaluation}/rubric")
@RunOnVirtualThread
public class RubricResource {

    private final RubricService service;

    RubricResource(RubricService service) {
        this.service = service;
    }

    /**
     * The rubric as kept.
     *
     * @param revision which of this evaluation's kept ones it is; {@code version} is the author's own
     */
    public record RubricView(@JsonUnwrapped RubricDocument rubric, int revision) {}

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "提交评估指标体系（评分开始前）")
    public RestResponse<RubricView> put(@PathParam("evaluation") String code, @NotNull RubricDocument rubric) {
        Stored<RubricDocument> stored = service.put(code, rubric);
        return Answers.kept(stored, view(stored));
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
    @Operation(summary = "评估指标体系")
    public RubricView get(@PathParam("evaluation") String code) {
        return view(service.get(code));
    }

    private static RubricView view(Stored<RubricDocument> stored) {
        return new RubricView(stored.content(), stored.version());
    }
}
