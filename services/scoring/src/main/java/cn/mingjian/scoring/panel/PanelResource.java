package cn.mingjian.scoring.panel;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The panel of an evaluation, its pledges and its recusals. */
@Path("/v1/evaluations/{evaluation}/panel")
@RunOnVirtualThread
public class PanelResource {

    private final PanelService panels;
    private final CommitmentService commitments;

    PanelResource(PanelService panels, CommitmentService commitments) {
        this.panels = panels;
        this.commitments = commitments;
    }

    /**
     * The day a pledge was signed, on paper or here.
     *
     * @param textVersion of the text that was read, or null for the one that is signed today
     */
    public record PledgeRequest(String occurredOn, Integer textVersion) {}

    /** A pledge as kept. */
    public record PledgeView(String evaluator, LocalDate occurredOn, int textVersion) {}

    /** Why an evaluator cannot take part. */
    public record RecusalRequest(String reason) {}

    /**
     * UPHELD or REFUSED, and why.
     *
     * @param requestReason the reason of the request that is decided; may be left out while there is only one
     */
    public record RecusalDecision(String decision, String reason, String requestReason) {}

    /** A recusal as it stands. */
    public record RecusalView(String evaluator, String state, String reason) {}

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "组成评估团队" + Precondition.TOLD)
    public RestResponse<PanelView> put(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull PanelDocument panel) {
        var stored = panels.put(code, panel, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored, panels.get(code));
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
    @Operation(summary = "评估团队；承诺与回避只对民政局和本人显示")
    public PanelView get(@PathParam("evaluation") String code) {
        return panels.get(code);
    }

    @GET
    @Path("/pledge-text")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "现行的廉洁责任承诺书")
    public PledgeText pledgeText(@PathParam("evaluation") String code) {
        return commitments.text(code);
    }

    @PUT
    @Path("/{evaluator}/pledge")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "签署廉洁责任承诺书（本人）")
    public RestResponse<PledgeView> pledge(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull PledgeRequest pledge) {
        var declared = commitments.pledge(code, evaluator, pledge.occurredOn(), pledge.textVersion());
        return Answers.kept(
                declared.isNew(),
                new PledgeView(
                        evaluator, declared.what().occurredOn(), declared.what().textVersion()));
    }

    @PUT
    @Path("/{evaluator}/recusal")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "申请回避（本人）")
    public RestResponse<RecusalView> recuse(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull RecusalRequest request) {
        return answer(evaluator, commitments.request(code, evaluator, request.reason()));
    }

    @PUT
    @Path("/{evaluator}/recusal/decision")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "裁定回避（不在评估团队中的民政局账号）")
    public RestResponse<RecusalView> decide(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull RecusalDecision decision) {
        return answer(
                evaluator,
                commitments.decide(
                        code,
                        evaluator,
                        RecusalEntity.Origin.EVALUATOR,
                        decision.requestReason(),
                        decision.decision(),
                        decision.reason()));
    }

    @PUT
    @Path("/{evaluator}/operator-recusal")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "申请评委回避（承办方，准备阶段）")
    public RestResponse<RecusalView> recuseByOperator(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull RecusalRequest request) {
        return answer(evaluator, commitments.requestByOperator(code, evaluator, request.reason()));
    }

    @PUT
    @Path("/{evaluator}/operator-recusal/decision")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "裁定承办方的回避申请（不在评估团队中的民政局账号）")
    public RestResponse<RecusalView> decideOnOperators(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull RecusalDecision decision) {
        return answer(
                evaluator,
                commitments.decide(
                        code,
                        evaluator,
                        RecusalEntity.Origin.OPERATOR,
                        decision.requestReason(),
                        decision.decision(),
                        decision.reason()));
    }

    @PUT
    @Path("/{evaluator}/replacement")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "撤换不能继续参评的评委（不在评估团队中的民政局账号）：即时生效，此前评分不计；接替者加入评估团队")
    public RestResponse<RecusalView> replace(
            @PathParam("evaluation") String code,
            @PathParam("evaluator") String evaluator,
            @NotNull RecusalRequest request) {
        return answer(evaluator, commitments.replace(code, evaluator, request.reason()));
    }

    private static RestResponse<RecusalView> answer(String evaluator, CommitmentService.Declared<Recusal> declared) {
        Recusal recusal = declared.what();
        return Answers.kept(declared.isNew(), new RecusalView(evaluator, recusal.state(), recusal.reason()));
    }
}
