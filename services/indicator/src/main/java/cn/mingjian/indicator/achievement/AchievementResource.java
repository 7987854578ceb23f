package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.agreement.Agreements;
import cn.mingjian.indicator.completion.DeclaredFigures;
import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.EvaluationAccess;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.indicator.evidence.DeclaredDocument;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Achievements, and why their figures are what they are. */
@Path("/v1/evaluations/{evaluation}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
class AchievementResource {
    private final Evaluations evaluations;
    private final EvaluationAccess access;
    private final AchievementService achievements;
    private final Agreements agreements;
    private final Documents documents;

    AchievementResource(
            Evaluations evaluations,
            EvaluationAccess access,
            AchievementService achievements,
            Agreements agreements,
            Documents documents) {
        this.evaluations = evaluations;
        this.access = access;
        this.achievements = achievements;
        this.agreements = agreements;
        this.documents = documents;
    }

    /** One version of an achievement. */
    record AchievementView(int version, @JsonUnwrapped AchievementDocument achievement) {}

    @GET
    @Path("/achievement")
    @Operation(summary = "指标完成情况：冻结前为最新版，冻结后为所冻结的版本")
    public AchievementView current(@PathParam("evaluation") String code) {
        return view(readable(code).flatMap(achievements::current));
    }

    @GET
    @Path("/achievement/versions/{version: [1-9]\\d{0,8}}")
    @RolesAllowed({
        "bureau",
        "operator",
        "third-party",
        "supervisory-center",
        "purchaser",
        "supervisor",
        "service:report"
    })
    @Operation(summary = "指标完成情况的某一版")
    public AchievementView version(@PathParam("evaluation") String code, @PathParam("version") int version) {
        return view(readable(code).flatMap(evaluation -> achievements
                .version(evaluation, version)
                .filter(found -> access.readsOpenFigures(evaluation)
                        || evaluation.frozen().orElseThrow().achievementVersion() == version)));
    }

    @GET
    @Path("/figures/{figure}")
    @Operation(summary = "数据由来：所引的申报、记录与算式")
    public FigureView figure(@PathParam("evaluation") String code, @PathParam("figure") String figure) {
        return readable(code)
                .flatMap(evaluation -> achievements.current(evaluation).flatMap(stored -> why(evaluation, stored)
                        .figure(figure)))
                .orElseThrow(() -> AchievementProblem.FIGURE_UNKNOWN.because("评估 %s 没有数据 %s", code, figure));
    }

    private Why why(Evaluation evaluation, Stored<AchievementDocument> stored) {
        var catalogue = agreements
                .catalogue(
                        evaluation.station().path(),
                        evaluation.agreement(),
                        stored.content().inputs().agreementVersion())
                .orElseThrow();
        var declared = Optional.ofNullable(stored.content().inputs().declaredVersion())
                .flatMap(version ->
                        documents.find(evaluation.code(), DeclaredDocument.KIND, version, DeclaredDocument.class))
                .map(document -> document.content().figuresByRow())
                .orElse(new DeclaredFigures(Map.of()));
        return new Why(evaluation, catalogue, declared, stored.content(), stored.version());
    }

    /** The evaluation, when the caller may see what there is of it by now. */
    private Optional<Evaluation> readable(String code) {
        return Optional.of(evaluations.require(code))
                .filter(evaluation -> evaluation.isFrozen() || access.readsOpenFigures(evaluation));
    }

    private static AchievementView view(Optional<Stored<AchievementDocument>> stored) {
        return stored.map(found -> new AchievementView(found.version(), found.content()))
                .orElseThrow(() -> AchievementProblem.ACHIEVEMENT_UNKNOWN.because("该评估没有这个版本的指标完成情况"));
    }
}
