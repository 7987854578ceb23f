package cn.mingjian.scoring.fieldwork;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Satisfaction answers, remediation and findings. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class FieldworkResource {

    private final FieldworkService service;

    FieldworkResource(FieldworkService service) {
        this.service = service;
    }

    /** Answers as kept. */
    public record SatisfactionView(List<SatisfactionDocument.Answer> answers, int version) {
        static SatisfactionView of(Stored<SatisfactionDocument> stored) {
            return new SatisfactionView(stored.content().answers(), stored.version());
        }
    }

    /** Remediation as kept. */
    public record RemediationView(List<RemediationDocument.Remediation> items, int version) {
        static RemediationView of(Stored<RemediationDocument> stored) {
            return new RemediationView(stored.content().items(), stored.version());
        }
    }

    /** One party's findings as kept. */
    public record FindingsView(List<FindingsDocument.Finding> findings, int version) {
        static FindingsView of(Stored<FindingsDocument> stored) {
            return new FindingsView(stored.content().findings(), stored.version());
        }
    }

    /** A finding with its author's party. */
    public record PartyFinding(
            String party, String chapter, String kind, String title, String text, List<String> areas) {}

    /** The findings of all parties. */
    public record AllFindings(List<PartyFinding> findings) {}

    @PUT
    @Path("/satisfaction")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "满意度问卷（第三方组长，数据冻结前）")
    public RestResponse<SatisfactionView> putSatisfaction(
            @PathParam("evaluation") String code, @NotNull SatisfactionDocument answers) {
        var stored = service.putSatisfaction(code, answers);
        return Answers.kept(stored, SatisfactionView.of(stored));
    }

    @GET
    @Path("/satisfaction")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR,
        Roles.REPORT_SERVICE
    })
    @Operation(summary = "满意度问卷")
    public SatisfactionView satisfaction(@PathParam("evaluation") String code) {
        return SatisfactionView.of(service.satisfaction(code));
    }

    @PUT
    @Path("/remediation")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "整改情况（承办方，办结前）" + Precondition.TOLD)
    public RestResponse<RemediationView> putRemediation(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull RemediationDocument items) {
        var stored = service.putRemediation(code, items, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored, RemediationView.of(stored));
    }

    @GET
    @Path("/remediation")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR,
        Roles.REPORT_SERVICE
    })
    @Operation(summary = "整改情况")
    public RemediationView remediation(@PathParam("evaluation") String code) {
        return RemediationView.of(service.remediation(code));
    }

    @PUT
    @Path("/parties/{party}/findings")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "本方评估发现（评委，本方提交前）" + Precondition.TOLD)
    public RestResponse<FindingsView> putFindings(
            @PathParam("evaluation") String code,
            @PathParam("party") String party,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull FindingsDocument findings) {
        var stored = service.putFindings(code, party, findings, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored, FindingsView.of(stored));
    }

    @GET
    @Path("/parties/{party}/findings")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "本方评估发现（评委）")
    public FindingsView findings(@PathParam("evaluation") String code, @PathParam("party") String party) {
        return FindingsView.of(service.findings(code, party));
    }

    @GET
    @Path("/findings")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR,
        Roles.REPORT_SERVICE
    })
    @Operation(summary = "各方评估发现（四方全部提交之后）")
    public AllFindings allFindings(@PathParam("evaluation") String code) {
        return new AllFindings(service.allFindings(code).stream()
                .flatMap(party -> party.document().findings().stream()
                        .map(each -> new PartyFinding(
                                party.party().name(),
                                each.chapter(),
                                each.kind(),
                                each.title(),
                                each.text(),
                                each.areas())))
                .toList());
    }
}
