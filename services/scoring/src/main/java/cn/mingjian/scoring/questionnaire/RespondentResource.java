package cn.mingjian.scoring.questionnaire;

import cn.mingjian.scoring.evaluation.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A questionnaire for whoever holds one of its codes; nobody signs in for it. The code travels in the body, never in a logged URL. */
@Path("/v1/questionnaires")
@RunOnVirtualThread
@PermitAll
public class RespondentResource {

    private final QuestionnaireService service;

    RespondentResource(QuestionnaireService service) {
        this.service = service;
    }

    /** The code on the slip, as somebody types it. */
    public record QuestionnaireCode(String code) {}

    /** @param score how satisfied the respondent is, 1 … 5 */
    public record QuestionnaireReply(String code, Integer score) {}

    @POST
    @Path("/opening")
    @Operation(summary = "打开问卷（凭问卷码，无须登录）")
    public RespondentView open(@NotNull QuestionnaireCode questionnaire) {
        return service.opened(questionnaire.code());
    }

    @PUT
    @Path("/answer")
    @Operation(summary = "填写问卷（每个问卷码一次，无须登录）")
    public RestResponse<RespondentView> answer(@NotNull QuestionnaireReply reply) {
        boolean isNew = service.answer(reply.code(), reply.score());
        return Answers.kept(isNew, service.opened(reply.code()));
    }
}
