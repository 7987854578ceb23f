package cn.mingjian.scoring.library;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.rubric.RubricDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Which of its district's rubrics an evaluation takes over. */
@Path("/v1/evaluations/{evaluation}/rubric-choice")
@RunOnVirtualThread
public class RubricChoiceResource {

    private final LibraryService service;

    RubricChoiceResource(LibraryService service) {
        this.service = service;
    }

    /** Which published version. */
    public record RubricChoice(String rubric, String version) {}

    /** What the evaluation has now; {@code revision} counts its own kept ones. */
    public record ChosenRubric(String rubric, String version, int revision) {}

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "选用本区已发布的一版评估指标体系（评分开始前）")
    public RestResponse<ChosenRubric> choose(@PathParam("evaluation") String evaluation, @NotNull RubricChoice choice) {
        Stored<RubricDocument> stored = service.pin(evaluation, choice.rubric(), choice.version());
        return Answers.kept(
                stored,
                new ChosenRubric(stored.content().code(), stored.content().version(), stored.version()));
    }
}
