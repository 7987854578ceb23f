package cn.mingjian.scoring.panel;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.scoring.deadline.DeadlineService;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Pledges and recusals: what an evaluator declares about itself, and what the bureau decides about it. */
@ApplicationScoped
class CommitmentService {

    private final Access access;
    private final Panels panels;
    private final PanelService panel;
    private final EvaluationService evaluations;
    private final DeadlineService deadlines;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    CommitmentService(
            Access access,
            Panels panels,
            PanelService panel,
            EvaluationService evaluations,
            DeadlineService deadlines,
            Caller caller) {
        this.access = access;
        this.panels = panels;
        this.panel = panel;
        this.evaluations = evaluations;
        this.deadlines = deadlines;
        this.caller = caller;
    }

    /** What was declared, and whether by this very call. */
    record Declared<T>(T what, boolean isNew) {}

    /**
     * A pledge as kept.
     *
     * @param textVersion of what was signed
     */
    record Pledge(LocalDate occurredOn, int textVersion) {}

    @Transactional
    PledgeText text(String code) {
        access.read(code).requireParticipant();
        return PledgeText.CURRENT;
    }

    /** @param textVersion of the text that the evaluator saw, or null for the one that is signed today */
    @Transactional
    Declared<Pledge> pledge(String code, String evaluator, String occurredOn, Integer textVersion) {
        Standing standing = access.change(code);
        Seat seat = standing.requireNamed(evaluator);
        Fields fields = new Fields();
        Optional<LocalDate> day = fields.happened("/occurredOn", occurredOn, standing.evaluation(), clock.instant());
        fields.refuse();
        Optional<PledgeEntity> signed = panels.pledge(code, evaluator);
        if (signed.isPresent()) {
            LocalDate before = signed.get().occurredOn;
            if (!before.equals(day.orElseThrow())) {
                throw PanelProblem.PLEDGE_SIGNED.because("评委 %s 已于 %s 签署承诺书", evaluator, before);
            }
            return new Declared<>(new Pledge(before, signed.get().textVersion), false);
        }
        requireOpen(standing.evaluation(), "签署承诺书");
        if (standing.evaluation().phase().hasSubmitted(seat.party())) {
            throw PanelProblem.PARTY_SUBMITTED.because(
                    "%s已提交，不能签署承诺书", seat.party().title());
        }
        int current = PledgeText.CURRENT.version();
        if (textVersion != null && textVersion != current) {
            throw PanelProblem.PLEDGE_TEXT_OUTDATED.because("承诺书现为第 %d 版，请重新阅读后签署", current);
        }
        panels.add(PledgeEntity.of(code, evaluator, day.orElseThrow(), current, caller.account()));
        panel.tellOfPledge(code, caller.account());
        return new Declared<>(new Pledge(day.orElseThrow(), current), true);
    }

    /** Until all have submitted; a party that has submitted is reopened, for it does not stand on scores that may not count. */
    @Transactional
    Declared<Recusal> request(String code, String evaluator, String reason) {
        Standing standing = access.change(code);
        Seat seat = standing.requireNamed(evaluator);
        Fields fields = new Fields();
        fields.text("/reason", reason);
        fields.refuse();
        Declared<Recusal> requested = request(code, evaluator, RecusalEntity.Origin.EVALUATOR, reason, () -> {
            requireOpen(standing.evaluation(), "申请回避");
            requireFirstOnceSubmitted(standing.evaluation(), seat);
        });
        if (requested.isNew()) {
            reopen(standing.evaluation(), seat.party());
        }
        return requested;
    }

    /** The operator asks that somebody of the panel does not evaluate it, while the round is being prepared. */
    @Transactional
    Declared<Recusal> requestByOperator(String code, String evaluator, String reason) {
        Standing standing = access.change(code);
        standing.requireOperator();
        Fields fields = new Fields();
        fields.text("/reason", reason);
        fields.refuse();
        Member whose = member(standing.evaluation(), evaluator);
        return request(code, evaluator, RecusalEntity.Origin.OPERATOR, reason, () -> {
            if (whose.recused()) {
                throw PanelProblem.ON_PANEL_NO_MORE.because("评委 %s 已不再参评", evaluator);
            }
            if (!(standing.evaluation().phase() instanceof Phase.Preparing)) {
                throw standing.evaluation().tooLateOrEarly("申请评委回避");
            }
        });
    }

    private Declared<Recusal> request(
            String code, String evaluator, RecusalEntity.Origin origin, String reason, Runnable requireInTime) {
        List<RecusalEntity> requested = panels.recusals(code, evaluator, origin);
        Optional<RecusalEntity> same =
                requested.stream().filter(one -> one.reason.equals(reason)).findFirst();
        if (same.isPresent()) {
            return new Declared<>(same.get().toRecusal(), false);
        }
        if (requested.stream().anyMatch(one -> one.decision != RecusalEntity.Decision.REFUSED)) {
            throw PanelProblem.RECUSAL_REQUESTED.because("已以其他理由申请过评委 %s 回避", evaluator);
        }
        requireInTime.run();
        RecusalEntity recusal = RecusalEntity.of(code, evaluator, origin, reason, caller.account());
        panels.add(recusal);
        panel.tellOfRequest(code);
        return new Declared<>(recusal.toRecusal(), true);
    }

    /**
     * Decided by an account of the bureau that is not on the panel; effective at once.
     *
     * @param requestReason the reason of the request that is decided; null while there is only one
     */
    @Transactional
    Declared<Recusal> decide(
            String code,
            String evaluator,
            RecusalEntity.Origin origin,
            String requestReason,
            String decision,
            String reason) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        Fields fields = new Fields();
        Optional<RecusalEntity.Decision> outcome = fields.oneOf(RecusalEntity.Decision.class, "/decision", decision);
        fields.text("/reason", reason);
        fields.refuse();
        List<RecusalEntity> requests = panels.recusals(code, evaluator, origin);
        if (requestReason == null && requests.size() > 1) {
            throw PanelProblem.RECUSAL_AMBIGUOUS.because("评委 %s 有几次回避申请，须写明裁定的是哪一次的理由", evaluator);
        }
        RecusalEntity recusal = requests.stream()
                .filter(request -> requestReason == null || request.reason.equals(requestReason))
                .findFirst()
                .orElseThrow(() -> PanelProblem.RECUSAL_NOT_FOUND.because("没有评委 %s 的回避申请", evaluator));
        if (recusal.decision != null) {
            if (recusal.decision != outcome.orElseThrow() || !recusal.decisionReason.equals(reason)) {
                throw PanelProblem.RECUSAL_DECIDED.because("评委 %s 的回避申请已裁定", evaluator);
            }
            return new Declared<>(recusal.toRecusal(), false);
        }
        if (!standing.evaluation().phase().isOpenForWork()) {
            throw standing.evaluation().tooLateOrEarly("裁定回避");
        }
        Member whose = member(standing.evaluation(), evaluator);
        recusal.decide(outcome.orElseThrow(), reason, caller.account(), clock.instant());
        if (outcome.orElseThrow() == RecusalEntity.Decision.UPHELD) {
            panel.tellWhoIsOn(standing.evaluation());
        }
        panel.tellOfDecision(standing.evaluation(), whose, origin, outcome.orElseThrow());
        return new Declared<>(recusal.toRecusal(), true);
    }

    /**
     * The bureau takes off who cannot go on, at once and until all have submitted; who follows is added to the panel. A party
     * that has submitted is reopened: its successor has yet to score.
     */
    @Transactional
    Declared<Recusal> replace(String code, String evaluator, String reason) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        Fields fields = new Fields();
        fields.text("/reason", reason);
        fields.refuse();
        Member member = member(standing.evaluation(), evaluator);
        if (member.replacement().isPresent()
                && member.replacement().get().reason().equals(reason)) {
            return new Declared<>(member.replacement().get(), false);
        }
        if (member.recused()) {
            throw PanelProblem.RECUSAL_DECIDED.because("评委 %s 已退出本次评估", evaluator);
        }
        requireOpen(standing.evaluation(), "撤换评委");
        RecusalEntity recusal =
                RecusalEntity.of(code, evaluator, RecusalEntity.Origin.BUREAU, reason, caller.account());
        recusal.decide(RecusalEntity.Decision.UPHELD, reason, caller.account(), clock.instant());
        panels.add(recusal);
        panel.tellWhoIsOn(standing.evaluation());
        panel.tellOfReplacement(standing.evaluation(), member);
        reopen(standing.evaluation(), member.party());
        return new Declared<>(recusal.toRecusal(), true);
    }

    private Member member(Evaluation evaluation, String evaluator) {
        return panel.members(evaluation).stream()
                .filter(member -> member.evaluator().equals(evaluator))
                .findFirst()
                .orElseThrow(() -> EvaluationProblem.EVALUATOR_NOT_FOUND.because("评估团队中没有评委 %s", evaluator));
    }

    private void reopen(Evaluation evaluation, Party party) {
        if (evaluation.phase() instanceof Phase.Scoring scoring && scoring.hasSubmitted(party)) {
            Evaluation reopened = evaluations.reopen(evaluation, scoring, party);
            panel.tellOfReopening(reopened, party, deadlines.of(reopened, party));
        }
    }

    /** A request reopens its party; what was refused before does so no second time. */
    private void requireFirstOnceSubmitted(Evaluation evaluation, Seat seat) {
        if (evaluation.phase().hasSubmitted(seat.party())
                && !panels.recusals(evaluation.code(), seat.evaluator(), RecusalEntity.Origin.EVALUATOR)
                        .isEmpty()) {
            throw PanelProblem.PARTY_SUBMITTED.because(
                    "%s已提交，不能再次申请回避", seat.party().title());
        }
    }

    private static void requireOpen(Evaluation evaluation, String what) {
        if (!evaluation.phase().isOpenForWork()) {
            throw evaluation.tooLateOrEarly(what);
        }
    }
}
