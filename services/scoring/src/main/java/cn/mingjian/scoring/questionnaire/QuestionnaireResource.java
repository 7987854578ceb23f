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
     * A code as those who hand it out know it.
     *
     * @param number from 1 within its group
     * @param print the print it was given its code in, from 1, null before
     * @param channel ONLINE or PHONE, null until it is answered
     */
    public record CodeView(String group, int number, Integer print, String channel, Instant answeredAt) {

        static CodeView of(CodeEntity entity) {
            return new CodeView(
                    entity.key.respondents(),
                    entity.key.number(),
                    entity.print,
                    entity.channel == null ? null : entity.channel.name(),
                    entity.answeredAt);
        }
    }

    /** @param code eight groups of four hexadecimal digits */
    public record PrintedCode(String group, int number, String code) {

        static PrintedCode of(QuestionnaireService.Printed printed) {
            return new PrintedCode(
                    printed.group(), printed.number(), printed.code().text());
        }
    }

    /** By group and number; nobody is told them again. */
    public record PrintedCodes(List<PrintedCode> codes) {}

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
    @Operation(summary = "各号问卷：是否印制、是否答复（第三方）")
    public CodeList codes(@PathParam("evaluation") String code) {
        return new CodeList(service.codes(code).stream().map(CodeView::of).toList());
    }

    @PUT
    @Path("/prints/{print}")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "印制一批问卷码（第三方）：问卷码只给出这一次；重印同一批，未答的旧码作废")
    public RestResponse<PrintedCodes> print(@PathParam("evaluation") String code, @PathParam("print") int print) {
        var printed = service.print(code, print);
        return Answers.kept(
                printed.isNew(),
                new PrintedCodes(printed.codes().stream().map(PrintedCode::of).toList()));
    }

    @PUT
    @Path("/phone-answers/{group}/{number}")
    @RolesAllowed(Roles.THIRD_PARTY)
    @Operation(summary = "登记电话访问的答复（第三方）")
    public RestResponse<CodeView> phoneAnswer(
            @PathParam("evaluation") String evaluation,
            @PathParam("group") String group,
            @PathParam("number") int number,
            @NotNull PhoneAnswer answer) {
        var answered = service.answerByPhone(evaluation, group, number, answer.score());
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
