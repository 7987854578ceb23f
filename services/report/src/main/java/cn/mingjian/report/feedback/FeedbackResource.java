package cn.mingjian.report.feedback;

import cn.mingjian.report.evaluation.Party;
import cn.mingjian.report.evaluation.Roles;
import cn.mingjian.report.source.FeedbackEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Feedback on site and on the draft. */
@Path("/v1/evaluations/{evaluation}/feedback")
@RunOnVirtualThread
public class FeedbackResource {

    private static final String NUMBER = "/{voice}/{number: [1-9]\\d{0,3}}";

    private final FeedbackService service;

    FeedbackResource(FeedbackService service) {
        this.service = service;
    }

    /** Whether something is objected to. */
    public enum Outcome {
        NO_OBJECTION,
        OBJECTION
    }

    /** How an objection is decided. */
    public enum Decision {
        REFUSED,
        UPHELD
    }

    /** What is said. */
    public record Said(LocalDate on, Outcome outcome, String text) {}

    /**
     * The bureau's decision.
     *
     * @param party whose sheets an upheld objection reopens; null leaves it to the party that amends first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(Decision decision, String reason, Party party) {}

    /** Feedback as kept; {@code decision} only of a decided objection. */
    public record FeedbackView(String from, int number, LocalDate on, Outcome outcome, String text, Verdict decision) {
        static FeedbackView of(FeedbackEntry entry) {
            return new FeedbackView(
                    entry.from(),
                    entry.number(),
                    entry.on(),
                    Outcome.valueOf(entry.outcome()),
                    entry.text(),
                    entry.decision() == null
                            ? null
                            : new Verdict(
                                    Decision.valueOf(entry.decision()),
                                    entry.reason(),
                                    entry.party() == null ? null : Party.valueOf(entry.party())));
        }
    }

    /** All feedback of an evaluation. */
    public record FeedbackList(FeedbackView onSite, List<FeedbackView> draft) {}

    /** Since when nothing more is said. */
    public record ConclusionView(Instant concludedAt) {}

    @GET
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "全部反馈")
    public FeedbackList list(@PathParam("evaluation") String code) {
        List<FeedbackView> all =
                service.list(code).stream().map(FeedbackView::of).toList();
        return new FeedbackList(
                all.stream()
                        .filter(entry -> entry.from().equals(Voice.ON_SITE.name()))
                        .findFirst()
                        .orElse(null),
                all.stream()
                        .filter(entry -> !entry.from().equals(Voice.ON_SITE.name()))
                        .toList());
    }

    @PUT
    @Path("/on-site")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "登记现场反馈（第三方组长）")
    public RestResponse<FeedbackView> onSite(@PathParam("evaluation") String code, @NotNull Said said) {
        return answer(service.record(code, Voice.ON_SITE, 1, said));
    }

    @PUT
    @Path(NUMBER)
    @RolesAllowed({Roles.OPERATOR, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "对报告初稿的反馈（承办方、购买方、监督方）")
    public RestResponse<FeedbackView> answerDraft(
            @PathParam("evaluation") String code,
            @PathParam("voice") String voice,
            @PathParam("number") int number,
            @NotNull Said said) {
        return answer(service.record(code, Voice.parse(voice), number, said));
    }

    @PUT
    @Path(NUMBER + "/decision")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "裁定异议（区民政局，不得为本次评委）")
    public FeedbackView decide(
            @PathParam("evaluation") String code,
            @PathParam("voice") String voice,
            @PathParam("number") int number,
            @NotNull Verdict verdict) {
        return FeedbackView.of(
                service.decide(code, Voice.parse(voice), number, verdict).entry());
    }

    @PUT
    @Path("/conclusion")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "截止征求意见：异议须已全部裁定，此后不再收取意见；办结评估时自动进行")
    public ConclusionView conclude(@PathParam("evaluation") String code) {
        return new ConclusionView(service.conclude(code));
    }

    private static RestResponse<FeedbackView> answer(FeedbackService.Recorded recorded) {
        return RestResponse.status(
                recorded.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                FeedbackView.of(recorded.entry()));
    }
}
