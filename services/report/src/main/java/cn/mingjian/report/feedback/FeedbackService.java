package cn.mingjian.report.feedback;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.report.evaluation.Access;
import cn.mingjian.report.evaluation.Evaluations;
import cn.mingjian.report.evaluation.Phase;
import cn.mingjian.report.evaluation.Standing;
import cn.mingjian.report.source.FeedbackEntry;
import cn.mingjian.rules.form.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Records what is said in FEEDBACK, once; the bureau decides objections. */
@ApplicationScoped
class FeedbackService {

    private static final String TOPIC = "report.report";

    private final Access access;
    private final Feedback feedback;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    FeedbackService(Access access, Feedback feedback, Evaluations evaluations, Outbox outbox, Caller caller) {
        this.access = access;
        this.feedback = feedback;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** An entry and whether this very call recorded it. */
    record Recorded(FeedbackEntry entry, boolean isNew) {}

    @Transactional
    Recorded record(String code, Voice voice, int number, FeedbackResource.Said said) {
        Standing standing = access.change(code);
        voice.requireFrom(standing);
        check(said);
        Optional<FeedbackEntity> before = feedback.find(code, voice, number);
        if (before.isPresent()) {
            if (!same(before.get(), said)) {
                throw FeedbackProblem.FEEDBACK_RECORDED.because("第 %d 条反馈已登记为其他内容", number);
            }
            return new Recorded(before.get().toEntry(), false);
        }
        standing.requirePhase(Phase.FEEDBACK);
        if (standing.evaluation().feedbackConcluded().isPresent()) {
            throw FeedbackProblem.FEEDBACK_CONCLUDED.because("评估正在办结，不再收取意见");
        }
        FeedbackEntity entity = new FeedbackEntity();
        entity.evaluation = code;
        entity.source = voice;
        entity.number = number;
        entity.givenOn = said.on();
        entity.outcome = said.outcome().name();
        entity.text = said.text();
        entity.recordedBy = caller.account();
        feedback.add(entity);
        if (voice != Voice.ON_SITE && said.outcome() == FeedbackResource.Outcome.OBJECTION) {
            tell(code, new FeedbackEvent.ObjectionRaised(code, voice.name(), number));
        }
        return new Recorded(entity.toEntry(), true);
    }

    @Transactional
    Recorded decide(String code, Voice voice, int number, FeedbackResource.Verdict verdict) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        if (verdict.decision() == null
                || verdict.reason() == null
                || verdict.reason().isBlank()) {
            throw FeedbackProblem.FEEDBACK_INCOMPLETE.because("裁定须写明结论和理由");
        }
        Form.PROSE.fault(verdict.reason()).ifPresent(fault -> {
            throw CommonProblem.INVALID_FIELD.because("%s", fault);
        });
        if (verdict.party() != null && verdict.decision() != FeedbackResource.Decision.UPHELD) {
            throw FeedbackProblem.FEEDBACK_INCOMPLETE.because("不成立的异议不指定更正方");
        }
        FeedbackEntity entity = feedback.find(code, voice, number).orElseThrow(() -> notFound(number));
        if (!entity.outcome.equals(FeedbackResource.Outcome.OBJECTION.name())) {
            throw FeedbackProblem.NOT_AN_OBJECTION.because("第 %d 条反馈未提出异议", number);
        }
        if (entity.decision != null) {
            if (!entity.decision.equals(verdict.decision().name())
                    || !entity.reason.equals(verdict.reason())
                    || entity.party != verdict.party()) {
                throw FeedbackProblem.OBJECTION_DECIDED.because("第 %d 条异议已另有裁定", number);
            }
            return new Recorded(entity.toEntry(), false);
        }
        standing.requirePhase(Phase.FEEDBACK);
        entity.decision = verdict.decision().name();
        entity.reason = verdict.reason();
        entity.party = verdict.party();
        entity.decidedBy = caller.account();
        entity.decidedAt = clock.instant();
        tell(code, new FeedbackEvent.ObjectionDecided(code, voice.name(), number, entity.decision, entity.party));
        return new Recorded(entity.toEntry(), true);
    }

    /**
     * Nothing more is said from now on, every objection being decided: a round that is closed after this has none that nobody
     * decides.
     */
    @Transactional
    Instant conclude(String code) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Optional<Instant> before = standing.evaluation().feedbackConcluded();
        if (before.isPresent()) {
            return before.get();
        }
        standing.requirePhase(Phase.FEEDBACK);
        long open = feedback.of(code).stream()
                .filter(entry -> entry.objects()
                        && entry.decision() == null
                        && !entry.from().equals(Voice.ON_SITE.name()))
                .count();
        if (open > 0) {
            throw FeedbackProblem.OBJECTIONS_OPEN.because("尚有 %d 条异议未裁定", open);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        evaluations.concludeFeedback(code, now);
        return now;
    }

    @Transactional
    List<FeedbackEntry> list(String code) {
        access.read(code);
        return feedback.of(code);
    }

    private void tell(String code, FeedbackEvent event) {
        outbox.append(TOPIC, code, event.type(), event);
    }

    private static void check(FeedbackResource.Said said) {
        Refusals refusals = new Refusals();
        if (said.on() == null) {
            refusals.add(FeedbackProblem.FEEDBACK_INCOMPLETE, "/on", "没有写明日期");
        }
        if (said.outcome() == null) {
            refusals.add(FeedbackProblem.FEEDBACK_INCOMPLETE, "/outcome", "没有写明有无异议");
        }
        if (said.text() != null) {
            Form.PROSE.fault(said.text()).ifPresent(fault -> refusals.add(CommonProblem.INVALID_FIELD, "/text", fault));
        }
        refusals.throwIfAny();
    }

    private static boolean same(FeedbackEntity entity, FeedbackResource.Said said) {
        return entity.givenOn.equals(said.on())
                && entity.outcome.equals(said.outcome().name())
                && Objects.equals(entity.text, said.text());
    }

    private static ProblemException notFound(int number) {
        return FeedbackProblem.FEEDBACK_NOT_FOUND.because("没有第 %d 条反馈", number);
    }
}
