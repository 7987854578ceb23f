package cn.mingjian.scoring.calibration;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A party's sample case. */
@Path("/v1/evaluations/{evaluation}/parties/{party}/sample-case")
@RunOnVirtualThread
@RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
public class CalibrationResource {

    private final CalibrationService service;

    CalibrationResource(CalibrationService service) {
        this.service = service;
    }

    @PUT
    @Operation(summary = "登记本方试评样例（组长，评分开始前）；内容变更后重新试评")
    public RestResponse<SampleCaseView> put(
            @PathParam("evaluation") String code,
            @PathParam("party") String party,
            @NotNull SampleCaseDocument sampleCase) {
        var shown = service.put(code, party, sampleCase);
        return Answers.kept(shown.isNew(), shown.view());
    }

    @GET
    @Operation(summary = "本方试评样例；本人试评后可见本方的离散程度")
    public SampleCaseView get(@PathParam("evaluation") String code, @PathParam("party") String party) {
        return service.get(code, party);
    }

    @PUT
    @Path("/sheets/{evaluator}")
    @Operation(summary = "试评样例（本人，评分开始前）；不计入结果")
    public RestResponse<SampleCaseView> score(
            @PathParam("evaluation") String code,
            @PathParam("party") String party,
            @PathParam("evaluator") String evaluator,
            @NotNull TrialDocument trial) {
        var shown = service.score(code, party, evaluator, trial);
        return Answers.kept(shown.isNew(), shown.view());
    }
}
