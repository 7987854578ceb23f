package cn.mingjian.scoring.visit;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
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
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Notice, self-assessment and plan. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class PreparationResource {

    private final PreparationService service;

    PreparationResource(PreparationService service) {
        this.service = service;
    }

    /** A notice as kept. */
    public record NoticeView(String visitOn, String text, List<NoticeDocument.Material> materials, int version) {
        static NoticeView of(Stored<NoticeDocument> stored) {
            NoticeDocument notice = stored.content();
            return new NoticeView(notice.visitOn(), notice.text(), notice.materials(), stored.version());
        }
    }

    /** A self-assessment as kept. */
    public record SelfAssessmentView(String summary, List<SelfAssessmentDocument.Part> parts, int version) {
        static SelfAssessmentView of(Stored<SelfAssessmentDocument> stored) {
            return new SelfAssessmentView(
                    stored.content().summary(), stored.content().parts(), stored.version());
        }
    }

    /** A plan as kept. */
    public record VisitPlanView(List<VisitPlanDocument.Visit> visits, int version) {
        static VisitPlanView of(Stored<VisitPlanDocument> stored) {
            return new VisitPlanView(stored.content().visits(), stored.version());
        }
    }

    @PUT
    @Path("/preparation-notice")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "评估通知与材料清单（第三方组长）" + Precondition.TOLD)
    public RestResponse<NoticeView> putNotice(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull NoticeDocument notice) {
        var stored = service.putNotice(code, notice, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored, NoticeView.of(stored));
    }

    @GET
    @Path("/preparation-notice")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "评估通知与材料清单；注明版本时为以前的版本，评分表可能引用它")
    public NoticeView notice(@PathParam("evaluation") String code, @QueryParam("version") Integer version) {
        return NoticeView.of(service.notice(code, Optional.ofNullable(version)));
    }

    @PUT
    @Path("/self-assessment")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "承办方自评（评分开始前）" + Precondition.TOLD)
    public RestResponse<SelfAssessmentView> putSelfAssessment(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull SelfAssessmentDocument assessment) {
        var stored = service.putSelfAssessment(code, assessment, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored, SelfAssessmentView.of(stored));
    }

    @GET
    @Path("/self-assessment")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "承办方自评")
    public SelfAssessmentView selfAssessment(@PathParam("evaluation") String code) {
        return SelfAssessmentView.of(service.selfAssessment(code));
    }

    @PUT
    @Path("/visit-plan")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "走访安排（第三方组长）" + Precondition.TOLD)
    public RestResponse<VisitPlanView> putPlan(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull VisitPlanDocument plan) {
        var stored = service.putPlan(code, plan, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored, VisitPlanView.of(stored));
    }

    @GET
    @Path("/visit-plan")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "走访安排；注明版本时为以前的版本，评分表可能引用它")
    public VisitPlanView plan(@PathParam("evaluation") String code, @QueryParam("version") Integer version) {
        return VisitPlanView.of(service.plan(code, Optional.ofNullable(version)));
    }
}
