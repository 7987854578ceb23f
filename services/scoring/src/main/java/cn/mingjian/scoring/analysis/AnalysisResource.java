package cn.mingjian.scoring.analysis;

import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.score.Party;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What scores say besides the result. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class AnalysisResource {

    private final AnalysisService service;

    AnalysisResource(AnalysisService service) {
        this.service = service;
    }

    @GET
    @Path("/result/sensitivity")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "结果距相邻等级多远，各方原始分到多少会改变等级")
    public SensitivityView sensitivity(@PathParam("evaluation") String code) {
        return service.sensitivity(code);
    }

    @GET
    @Path("/result/what-if")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "按其他权重试算（办结后）；未给出的权重不变，四方之和须为 100")
    public WhatIfView whatIf(
            @PathParam("evaluation") String code,
            @QueryParam("third-party") String thirdParty,
            @QueryParam("supervisory-center") String supervisoryCenter,
            @QueryParam("purchaser") String purchaser,
            @QueryParam("supervisor") String supervisor,
            @QueryParam("rounding") String rounding) {
        Map<Party, String> weights = new EnumMap<>(Party.class);
        put(weights, Party.THIRD_PARTY, thirdParty);
        put(weights, Party.SUPERVISORY_CENTER, supervisoryCenter);
        put(weights, Party.PURCHASER, purchaser);
        put(weights, Party.SUPERVISOR, supervisor);
        return service.whatIf(code, weights, rounding);
    }

    @GET
    @Path("/parties/{party}/spread")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "一方评委之间的离散程度：本方组长随时，民政局在四方提交后；可与同站另一次评估比较")
    public SpreadView spread(
            @PathParam("evaluation") String code,
            @PathParam("party") String party,
            @QueryParam("against") String against) {
        return service.spread(code, party, against);
    }

    private static void put(Map<Party, String> weights, Party party, String weight) {
        if (weight != null) {
            weights.put(party, weight);
        }
    }
}
