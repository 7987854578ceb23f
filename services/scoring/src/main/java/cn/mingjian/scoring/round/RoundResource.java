package cn.mingjian.scoring.round;

import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Objections;
import cn.mingjian.scoring.evaluation.Parties;
import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.score.Party;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of a round. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class RoundResource {

    private final RoundService rounds;
    private final PartySubmissionService submissions;
    private final ProgressService progress;
    private final Objections objections;
    private final LongPoll longPoll;

    RoundResource(
            RoundService rounds,
            PartySubmissionService submissions,
            ProgressService progress,
            Objections objections,
            LongPoll longPoll) {
        this.rounds = rounds;
        this.submissions = submissions;
        this.progress = progress;
        this.objections = objections;
        this.longPoll = longPoll;
    }

    /** The versions the bureau saw. */
    public record SnapshotRequest(Integer achievementVersion, Integer staffingVersion) {}

    /** The versions that are frozen; {@code satisfactionVersion} is null when no answers were recorded. */
    public record SnapshotView(
            int achievementVersion, int staffingVersion, int rubricVersion, Integer satisfactionVersion) {

        static SnapshotView of(EvidenceSnapshot snapshot) {
            return new SnapshotView(
                    snapshot.achievementVersion(),
                    snapshot.staffingVersion(),
                    snapshot.rubricVersion(),
                    snapshot.satisfactionVersion().orElse(null));
        }
    }

    /** A party that has submitted. */
    public record SubmissionView(String party, boolean submitted) {}

    /** How many decided objections the bureau knows of. */
    public record ClosureRequest(Integer objectionsDecided) {}

    /** The final result's version. */
    public record ClosureView(int resultVersion) {}

    /** Why a round is called off. */
    public record Cancellation(String reason) {}

    @PUT
    @Path("/evidence-snapshot")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "冻结数据并开始评分")
    public RestResponse<SnapshotView> freeze(@PathParam("evaluation") String code, @NotNull SnapshotRequest seen) {
        var taken = rounds.freeze(code, seen.achievementVersion(), seen.staffingVersion());
        return Answers.kept(taken.isNew(), SnapshotView.of(taken.what()));
    }

    @GET
    @Path("/evidence-snapshot")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "已冻结的数据版本")
    public SnapshotView snapshot(@PathParam("evaluation") String code) {
        return SnapshotView.of(rounds.snapshot(code));
    }

    @PUT
    @Path("/parties/{party}/submission")
    @RolesAllowed({Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR})
    @Operation(summary = "代表本方提交（组长）；第四方提交后产生暂定结果")
    public RestResponse<SubmissionView> submit(@PathParam("evaluation") String code, @PathParam("party") String name) {
        Party party = Parties.named(name);
        return Answers.kept(submissions.submit(code, party), new SubmissionView(party.name(), true));
    }

    @GET
    @Path("/progress")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "评分进度：谁已承诺、谁已提交")
    public ProgressView progress(@PathParam("evaluation") String code) {
        return progress.get(code);
    }

    @PUT
    @Path("/closure")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "办结评估")
    public RestResponse<ClosureView> close(
            @PathParam("evaluation") String code, @NotNull ClosureRequest closure, @Context HttpHeaders headers) {
        int decided = rounds.concludedWith(
                code, closure.objectionsDecided(), headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        longPoll.until(
                PreferWait.MOMENT, () -> Optional.of(objections.of(code)).filter(heard -> heard.decided() >= decided));
        var taken = rounds.close(code, closure.objectionsDecided());
        return Answers.kept(taken.isNew(), new ClosureView(taken.what()));
    }

    @PUT
    @Path("/cancellation")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "取消评估（四方全部提交之前）")
    public RestResponse<Cancellation> cancel(@PathParam("evaluation") String code, @NotNull Cancellation cancellation) {
        var taken = rounds.cancel(code, cancellation.reason());
        return Answers.kept(taken.isNew(), new Cancellation(taken.what()));
    }
}
