package cn.mingjian.scoring.appeal;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Appeals against a closed round. */
@Path("/v1/evaluations/{evaluation}/appeals")
@RunOnVirtualThread
public class AppealResource {

    private final AppealService service;

    AppealResource(AppealService service) {
        this.service = service;
    }

    /** What the operator holds against the round. */
    public record AppealRequest(String reason) {}

    /** UPHELD or REFUSED, and why; an upheld one may name the evaluation that is held instead. */
    public record AppealDecision(String decision, String reason, String reevaluation) {}

    /** An appeal as it stands; {@code decision} is null until it is decided. */
    public record AppealView(int number, String reason, AppealDecision decision) {

        static AppealView of(Appeal appeal) {
            return new AppealView(
                    appeal.number(),
                    appeal.reason(),
                    switch (appeal) {
                        case Appeal.Lodged lodged -> null;
                        case Appeal.Upheld upheld ->
                            new AppealDecision(
                                    "UPHELD",
                                    upheld.because(),
                                    upheld.reevaluation().orElse(null));
                        case Appeal.Refused refused -> new AppealDecision("REFUSED", refused.because(), null);
                    });
        }
    }

    /** All of them by number. */
    public record AppealList(List<AppealView> appeals) {}

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.OPERATOR})
    @Operation(summary = "申诉列表")
    public AppealList list(@PathParam("evaluation") String code) {
        return new AppealList(service.list(code).stream().map(AppealView::of).toList());
    }

    @PUT
    @Path("/{number}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "对已办结的评估提出申诉（承办方）")
    public RestResponse<AppealView> lodge(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull AppealRequest appeal) {
        var changed = service.lodge(code, number, appeal.reason());
        return Answers.kept(changed.isNew(), AppealView.of(changed.appeal()));
    }

    @PUT
    @Path("/{number}/decision")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "裁定申诉（不在评估团队中的民政局账号）；成立的可指明重新评估")
    public RestResponse<AppealView> decide(
            @PathParam("evaluation") String code, @PathParam("number") int number, @NotNull AppealDecision decision) {
        var changed = service.decide(code, number, decision.decision(), decision.reason(), decision.reevaluation());
        return Answers.kept(changed.isNew(), AppealView.of(changed.appeal()));
    }
}
