package cn.mingjian.scoring.visit;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What each party found on site. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class SiteResource {

    private final SiteService service;

    SiteResource(SiteService service) {
        this.service = service;
    }

    /** All checklists by site. */
    public record SiteCheckList(List<SiteView.SiteCheckView> siteChecks) {}

    /** All samples by name. */
    public record SampleList(List<SiteView.SampleView> samples) {}

    /** All conversations by number. */
    public record InterviewList(List<SiteView.InterviewView> interviews) {}

    @GET
    @Path("/site-checks")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "现场检查：评委随时看本方的，办结后看各方的；民政局在四方提交后")
    public SiteCheckList siteChecks(@PathParam("evaluation") String code) {
        return new SiteCheckList(service.siteChecks(code));
    }

    @PUT
    @Path("/site-checks/{site}")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "登记一处站点的检查表（本方提交前）" + Precondition.TOLD)
    public RestResponse<SiteView.SiteCheckView> putSiteCheck(
            @PathParam("evaluation") String code,
            @PathParam("site") String site,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull SiteCheckDocument check) {
        var kept = service.putSiteCheck(code, site, check, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(kept.isNew(), kept.what());
    }

    @GET
    @Path("/samples")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "档案抽样及逐份检查结果，读者同现场检查")
    public SampleList samples(@PathParam("evaluation") String code) {
        return new SampleList(service.samples(code));
    }

    @PUT
    @Path("/samples/{sample}")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "抽取档案样本：按种子可重现；不给种子则由平台产生")
    public RestResponse<SiteView.SampleView> putSample(
            @PathParam("evaluation") String code, @PathParam("sample") String sample, @NotNull SampleDocument draw) {
        var kept = service.putSample(code, sample, draw);
        return Answers.kept(kept.isNew(), kept.what());
    }

    @PUT
    @Path("/samples/{sample}/files/{position}")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "登记样本中一份档案的检查结果；编号为抽取的次序")
    public RestResponse<SiteView.SampleView> putFileCheck(
            @PathParam("evaluation") String code,
            @PathParam("sample") String sample,
            @PathParam("position") int position,
            @NotNull FileCheckDocument check) {
        var kept = service.putFileCheck(code, sample, position, check);
        return Answers.kept(kept.isNew(), kept.what());
    }

    @GET
    @Path("/interviews")
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "访谈与电话记录，读者同现场检查")
    public InterviewList interviews(@PathParam("evaluation") String code) {
        return new InterviewList(service.interviews(code));
    }

    @PUT
    @Path("/interviews/{number}")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "登记一次访谈或电话；不记被访者姓名")
    public RestResponse<SiteView.InterviewView> putInterview(
            @PathParam("evaluation") String code,
            @PathParam("number") int number,
            @NotNull InterviewDocument interview) {
        var kept = service.putInterview(code, number, interview);
        return Answers.kept(kept.isNew(), kept.what());
    }
}
