package cn.mingjian.scoring.questionnaire;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A round's questionnaire, for those who run it. */
@Path("/v1/evaluations/{evaluation}/questionnaire")
@RunOnVirtualThread
public class QuestionnaireResource {

    private final QuestionnaireService service;

    QuestionnaireResource(QuestionnaireService service) {
        this.service = service;
    }

    /**
     * A code as it is printed.
     *
     * @param number from 1 within its group
     * @param channel ONLINE or PHONE, null until it is answered
     */
    public record CodeView(String code, String group, int number, String channel, Instant answeredAt) {

        static CodeView of(CodeEntity entity) {
            return new CodeView(
                    entity.code,
                    entity.respondents,
                    entity.number,
                    entity.channel == null ? null : entity.channel.name(),
                    entity.answeredAt);
        }
    }

    /** By group and number. */
    public record CodeList(List<CodeView> codes) {}

    /** @param score 1 … 5 */
    public record PhoneAnswer(Integer score) {}

    @PUT
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "发放满意度问卷：每个问卷码答一次（评分开始前）；只能增发")
    public RestResponse<QuestionnaireView> put(
            @PathParam("evaluation") String code, @NotNull QuestionnaireDocument questionnaire) {
        var shown = service.put(code, questionnaire);
        return Answers.kept(shown.isNew(), shown.view());
    }

    @GET
    @RolesAllowed({Roles.BUREAU, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "满意度问卷：发放数、答复数、答复率")
    public QuestionnaireView get(@PathParam("evaluation") String code) {
        return service.get(code);
    }

    @GET
    @Path("/codes")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "问卷码，供印制与电话访问（第三方）")
    public CodeList codes(@PathParam("evaluation") String code) {
        return new CodeList(service.codes(code).stream().map(CodeView::of).toList());
    }

    @PUT
    @Path("/codes/{code}/phone-answer")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "登记电话访问的答复（第三方）")
    public RestResponse<CodeView> answerByPhone(
            @PathParam("evaluation") String evaluation, @PathParam("code") String code, @NotNull PhoneAnswer answer) {
        var answered = service.answerByPhone(evaluation, code, answer.score());
        return Answers.kept(answered.isNew(), CodeView.of(answered.code()));
    }

    @PUT
    @Path("/closing")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "截止问卷，答复计入满意度（组长）")
    public RestResponse<QuestionnaireView> close(@PathParam("evaluation") String code) {
        var shown = service.close(code);
        return Answers.kept(shown.isNew(), shown.view());
    }
}
