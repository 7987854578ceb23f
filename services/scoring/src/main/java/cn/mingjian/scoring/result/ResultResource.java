package cn.mingjian.scoring.result;

import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The result of an evaluation and why its figures are what they are. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class ResultResource {

    private final ResultService service;

    ResultResource(ResultService service) {
        this.service = service;
    }

    @GET
    @Path("/result")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR,
        Roles.REPORT_SERVICE
    })
    @Operation(summary = "评估结果：四方提交后对民政局，办结后对评估团队，按公布口径对承办方")
    public ResultView get(@PathParam("evaluation") String code) {
        return service.get(code);
    }

    @GET
    @Path("/result/versions/{version}")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "某一版评估结果：四方提交后对民政局，办结后对评估团队")
    public ResultView getVersion(@PathParam("evaluation") String code, @PathParam("version") int version) {
        return service.get(code, version);
    }

    @GET
    @Path("/figures/{figure}")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "数据由来：total、grade、party:方:raw、party:方:weighted、category:编码、item:编码")
    public Figure figure(@PathParam("evaluation") String code, @PathParam("figure") String figure) {
        return service.figure(code, figure);
    }

    @GET
    @Path("/result/versions/{version}/figures/{figure}")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "某一版结果的数据由来，编码同上")
    public Figure figureOfVersion(
            @PathParam("evaluation") String code,
            @PathParam("version") int version,
            @PathParam("figure") String figure) {
        return service.figure(code, version, figure);
    }
}
