package cn.mingjian.scoring.round;

import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.EvaluationView.ObjectionCount;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Objections;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.fieldwork.FieldworkService;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.questionnaire.QuestionnaireService;
import cn.mingjian.scoring.result.ResultService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The bureau's steps of a round: freezing, closing, cancelling. */
@ApplicationScoped
class RoundService {

    private final Access access;
    private final EvaluationService evaluations;
    private final RubricService rubrics;
    private final FieldworkService fieldwork;
    private final QuestionnaireService questionnaires;
    private final PanelService panels;
    private final ResultService results;
    private final Objections objections;
    private final FeedbackClient feedback;
    private final Outbox outbox;

    RoundService(
            Access access,
            EvaluationService evaluations,
            RubricService rubrics,
            FieldworkService fieldwork,
            QuestionnaireService questionnaires,
            PanelService panels,
            ResultService results,
            Objections objections,
            @RestClient FeedbackClient feedback,
            Outbox outbox) {
        this.access = access;
        this.evaluations = evaluations;
        this.rubrics = rubrics;
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.panels = panels;
        this.results = results;
        this.objections = objections;
        this.feedback = feedback;
        this.outbox = outbox;
    }

    /** A step's outcome, and whether this call took it. */
    record Taken<T>(T what, boolean isNew) {}

    /** Freezes the evidence at the versions the bureau saw, with what residents have answered, and opens scoring. */
    @Transactional
    Taken<EvidenceSnapshot> freeze(String code, Integer achievement, Integer staffing) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Fields fields = new Fields();
        fields.integer("/achievementVersion", achievement, 1, Integer.MAX_VALUE);
        fields.integer("/staffingVersion", staffing, 1, Integer.MAX_VALUE);
        fields.refuse();
        Evaluation evaluation = standing.evaluation();
        Optional<EvidenceSnapshot> frozen = evaluation.phase().evidence();
        if (frozen.isPresent()) {
            return new Taken<>(unchanged(frozen.get(), achievement, staffing), false);
        }
        if (!(evaluation.phase() instanceof Phase.Preparing preparing)) {
            throw evaluation.tooLateOrEarly("冻结数据");
        }
        requireCurrent("指标完成情况", evaluation.achievementHeard(), achievement);
        requireCurrent("到岗情况", evaluation.staffingHeard(), staffing);
        int rubric = rubrics.latestVersion(evaluation)
                .orElseThrow(() -> RoundProblem.RUBRIC_MISSING.because("评分开始前须提交评估指标体系"));
        requireLeads(panels.members(evaluation));
        questionnaires.closeBeforeFreezing(evaluation);
        EvidenceSnapshot snapshot =
                new EvidenceSnapshot(achievement, staffing, rubric, fieldwork.satisfactionVersion(evaluation));
        evaluations.enter(evaluation, preparing.freeze(snapshot));
        RoundEvent event = new RoundEvent.EvidenceFrozen(code, achievement, staffing);
        outbox.append(RoundEvent.TOPIC, code, event.type(), event);
        return new Taken<>(snapshot, true);
    }

    @Transactional
    EvidenceSnapshot snapshot(String code) {
        Standing standing = access.read(code);
        standing.requireParticipant();
        return standing.evaluation()
                .phase()
                .evidence()
                .orElseThrow(() -> RoundProblem.SNAPSHOT_NOT_FOUND.because("评估 %s 的数据尚未冻结", code));
    }

    /**
     * How many objections the report service has, all of them decided; it takes none from now on. Its events come a moment
     * later than its answers, and a round is closed but once. A request that cannot close the round leaves it open to
     * objections.
     *
     * @param seen how many the bureau knows of
     * @param authorization the caller's own
     */
    int concludedWith(String code, Integer seen, String authorization) {
        Standing standing = access.read(code);
        standing.requireBureau();
        requireCount(seen);
        FeedbackClient.Feedback said = said(code, authorization);
        requireSeen(said.decided(), seen);
        if (standing.evaluation().phase() instanceof Phase.Feedback && !results.hasOpenVeto(standing.evaluation())) {
            conclude(code, authorization);
        }
        return said(code, authorization).decided();
    }

    private void conclude(String code, String authorization) {
        try {
            feedback.conclude(code, authorization);
        } catch (ProcessingException | WebApplicationException refused) {
            // An objection that came in between is refused as every open one is.
            said(code, authorization);
            throw unreachable();
        }
    }

    /** What was said of the draft, no objection of it open. */
    private FeedbackClient.Feedback said(String code, String authorization) {
        FeedbackClient.Feedback said;
        try {
            said = feedback.get(code, authorization);
        } catch (ProcessingException | WebApplicationException refused) {
            throw unreachable();
        }
        int open = said.objections() - said.decided();
        if (open > 0) {
            throw RoundProblem.OBJECTIONS_OPEN.because("尚有 %d 条异议未裁定", open);
        }
        return said;
    }

    private static ProblemException unreachable() {
        return CommonProblem.UNAVAILABLE.because("暂时无法核对异议是否已全部裁定");
    }

    /** Closes the round when every objection and veto is decided. */
    @Transactional
    Taken<Integer> close(String code, Integer objectionsDecided) {
        Standing standing = access.change(code);
        standing.requireBureau();
        requireCount(objectionsDecided);
        Evaluation evaluation = standing.evaluation();
        ObjectionCount heard = objections.of(code);
        requireSeen(heard.decided(), objectionsDecided);
        if (evaluation.phase() instanceof Phase.Closed) {
            return new Taken<>(evaluation.resultVersion().orElseThrow(), false);
        }
        if (!(evaluation.phase() instanceof Phase.Feedback feedback)) {
            throw evaluation.tooLateOrEarly("办结");
        }
        if (heard.raised() > heard.decided()) {
            throw RoundProblem.OBJECTIONS_OPEN.because("尚有 %d 条异议未裁定", heard.raised() - heard.decided());
        }
        if (results.hasOpenVeto(evaluation)) {
            throw RoundProblem.VETO_OPEN.because("须先裁定全部一票否决");
        }
        results.finalise(evaluation);
        evaluations.enter(evaluation, feedback.close());
        return new Taken<>(evaluation.resultVersion().orElseThrow() + 1, true);
    }

    private static void requireCount(Integer objectionsDecided) {
        Fields fields = new Fields();
        fields.integer("/objectionsDecided", objectionsDecided, 0, Integer.MAX_VALUE);
        fields.refuse();
    }

    private static void requireSeen(int decided, int seen) {
        if (decided != seen) {
            throw RoundProblem.OBJECTIONS_DIFFER.because("已裁定异议 %d 条，请求中为 %d 条", decided, seen);
        }
    }

    /** Calls the round off with a reason, until all four parties have submitted. */
    @Transactional
    Taken<String> cancel(String code, String reason) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Fields fields = new Fields();
        fields.text("/reason", reason);
        fields.refuse();
        Evaluation evaluation = standing.evaluation();
        return switch (evaluation.phase()) {
            case Phase.Cancelled(String before, var evidence) -> {
                if (!before.equals(reason)) {
                    throw RoundProblem.ROUND_CANCELLED.because("评估已以其他理由取消");
                }
                yield new Taken<>(before, false);
            }
            case Phase.Cancellable open -> {
                evaluations.enter(evaluation, open.cancel(reason));
                yield new Taken<>(reason, true);
            }
            case Phase.Feedback feedback -> throw evaluation.tooLateOrEarly("取消");
            case Phase.Closed closed -> throw evaluation.tooLateOrEarly("取消");
        };
    }

    private static EvidenceSnapshot unchanged(EvidenceSnapshot frozen, int achievement, int staffing) {
        if (frozen.achievementVersion() != achievement || frozen.staffingVersion() != staffing) {
            throw RoundProblem.EVIDENCE_FROZEN.because(
                    "已冻结指标完成情况第 %d 版、到岗情况第 %d 版", frozen.achievementVersion(), frozen.staffingVersion());
        }
        return frozen;
    }

    private static void requireCurrent(String what, Optional<Integer> heard, int seen) {
        if (heard.isEmpty() || heard.get() < seen) {
            throw RoundProblem.EVIDENCE_UNKNOWN.because("尚未收到%s第 %d 版", what, seen);
        }
        if (heard.get() > seen) {
            throw RoundProblem.EVIDENCE_OUTDATED.because("%s已有第 %d 版，请求中为第 %d 版", what, heard.get(), seen);
        }
    }

    private static void requireLeads(List<Member> members) {
        for (Party party : Party.values()) {
            if (members.stream().noneMatch(member -> member.party() == party && member.lead() && !member.recused())) {
                throw RoundProblem.LEAD_MISSING.because("%s没有未回避的组长", party.title());
            }
        }
    }
}
