package cn.mingjian.scoring.questionnaire;

import cn.mingjian.scoring.evaluation.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A questionnaire for whoever holds one of its codes; nobody signs in for it. */
@Path("/v1/questionnaires/{code}")
@RunOnVirtualThread
@PermitAll
public class RespondentResource {

    private final QuestionnaireService service;

    RespondentResource(QuestionnaireService service) {
        this.service = service;
    }

    /** @param score how satisfied the respondent is, 1 … 5 */
    public record QuestionnaireAnswer(Integer score) {}

    @GET
    @Operation(summary = "打开问卷（凭问卷码，无须登录）")
    public RespondentView open(@PathParam("code") String code) {
        return service.opened(code);
    }

    @PUT
    @Path("/answer")
    @Operation(summary = "填写问卷（每个问卷码一次，无须登录）")
    public RestResponse<RespondentView> answer(@PathParam("code") String code, @NotNull QuestionnaireAnswer answer) {
        boolean isNew = service.answer(code, answer.score());
        return Answers.kept(isNew, service.opened(code));
    }
}
