package cn.mingjian.district.notification;

import cn.mingjian.district.event.EvaluationListener;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What notifications are made of, besides what the board hears as well: events of scoring and report, and what each means. */
@Singleton
class NotificationListeners {
    private static final String SCORING = "scoring.evaluation";
    private static final String REPORT = "report.report";

    private final Notifier notifier;

    NotificationListeners(Notifier notifier) {
        this.notifier = notifier;
    }

    /** A panel was named or changed. */
    record PanelChanged(String evaluation, List<Notifier.Seat> seats) {}

    /** Somebody is asked to evaluate. */
    record EvaluatorInvited(String evaluation, String account, String party) {}

    /** A recusal waits for a decision. */
    record RecusalRequested(String evaluation) {}

    /** A recusal was decided. */
    record RecusalDecided(String evaluation, String account, String requestedBy, String decision, List<String> leads) {}

    /** Somebody was taken off a panel. */
    record EvaluatorReplaced(String evaluation, String account, List<String> leads) {}

    /** The operator is told what to prepare. */
    record NoticeIssued(String evaluation, int version, LocalDate visitOn) {}

    /** A serious violation is alleged. */
    record VetoRaised(String evaluation, int number) {}

    /** It was decided. */
    record VetoDecided(String evaluation, int number) {}

    /** The operator appeals. */
    record AppealLodged(String evaluation, int number) {}

    /** The bureau decided an appeal. */
    record AppealDecided(String evaluation, int number, String decision) {}

    /** A party has until then to score. */
    record DeadlineSet(String evaluation, String party, Instant dueAt) {}

    /** A party is done. */
    record PartySubmitted(String evaluation, String party) {}

    /** A party is no longer done; its deadline, null when none is set. */
    record PartyReopened(
            String evaluation, String party, @Nullable Instant dueAt) {}

    /** A draft of the report is out. */
    record DraftPublished(String evaluation, int version) {}

    /** Somebody objects to the draft. */
    record ObjectionRaised(String evaluation, int number) {}

    /** The bureau decided an objection; the party is null where it did not say whose sheets are reopened. */
    record ObjectionDecided(
            String evaluation,
            String from,
            int number,
            String decision,
            @Nullable String party) {}

    @Produces
    @Singleton
    EventListener<PanelChanged> panelChanged() {
        return heard(
                SCORING,
                PanelChanged.class,
                PanelChanged::evaluation,
                (told, panel, at) -> notifier.panelIs(told, panel.seats(), at));
    }

    @Produces
    @Singleton
    EventListener<EvaluatorInvited> evaluatorInvited() {
        return heard(
                SCORING,
                EvaluatorInvited.class,
                EvaluatorInvited::evaluation,
                (told, invited, at) ->
                        notifier.invited(told, new Notifier.Seat(invited.account(), invited.party()), at));
    }

    @Produces
    @Singleton
    EventListener<RecusalRequested> recusalRequested() {
        return heard(
                SCORING,
                RecusalRequested.class,
                RecusalRequested::evaluation,
                (told, requested, at) -> notifier.recusalRequested(told, at));
    }

    @Produces
    @Singleton
    EventListener<RecusalDecided> recusalDecided() {
        return heard(
                SCORING,
                RecusalDecided.class,
                RecusalDecided::evaluation,
                (told, what, at) -> notifier.recusalDecided(
                        told,
                        what.account(),
                        what.requestedBy().equals("OPERATOR"),
                        what.decision().equals("UPHELD"),
                        what.leads(),
                        at));
    }

    @Produces
    @Singleton
    EventListener<EvaluatorReplaced> evaluatorReplaced() {
        return heard(
                SCORING,
                EvaluatorReplaced.class,
                EvaluatorReplaced::evaluation,
                (told, what, at) -> notifier.replaced(told, what.account(), what.leads(), at));
    }

    @Produces
    @Singleton
    EventListener<NoticeIssued> noticeIssued() {
        return heard(
                SCORING,
                NoticeIssued.class,
                NoticeIssued::evaluation,
                (told, notice, at) -> notifier.noticeIssued(told, notice.version(), notice.visitOn(), at));
    }

    @Produces
    @Singleton
    EventListener<VetoRaised> vetoRaised() {
        return heard(
                SCORING,
                VetoRaised.class,
                VetoRaised::evaluation,
                (told, what, at) -> notifier.vetoRaised(told, what.number(), at));
    }

    @Produces
    @Singleton
    EventListener<VetoDecided> vetoDecided() {
        return heard(
                SCORING,
                VetoDecided.class,
                VetoDecided::evaluation,
                (told, what, at) -> notifier.vetoDecided(told, what.number(), at));
    }

    @Produces
    @Singleton
    EventListener<AppealLodged> appealLodged() {
        return heard(
                SCORING,
                AppealLodged.class,
                AppealLodged::evaluation,
                (told, what, at) -> notifier.appealLodged(told, what.number(), at));
    }

    @Produces
    @Singleton
    EventListener<AppealDecided> appealDecided() {
        return heard(
                SCORING,
                AppealDecided.class,
                AppealDecided::evaluation,
                (told, what, at) -> notifier.appealDecided(
                        told, what.number(), what.decision().equals("UPHELD"), at));
    }

    @Produces
    @Singleton
    EventListener<DeadlineSet> deadlineSet() {
        return heard(
                SCORING,
                DeadlineSet.class,
                DeadlineSet::evaluation,
                (told, deadline, at) -> notifier.deadlineSet(told, deadline.party(), deadline.dueAt(), at));
    }

    @Produces
    @Singleton
    EventListener<PartySubmitted> partySubmitted() {
        return heard(
                SCORING,
                PartySubmitted.class,
                PartySubmitted::evaluation,
                (told, submitted, at) -> notifier.submitted(told, submitted.party()));
    }

    @Produces
    @Singleton
    EventListener<PartyReopened> partyReopened() {
        return heard(
                SCORING,
                PartyReopened.class,
                PartyReopened::evaluation,
                (told, reopened, at) -> notifier.partyReopened(told, reopened.party(), reopened.dueAt(), at));
    }

    @Produces
    @Singleton
    EventListener<DraftPublished> draftPublished() {
        return heard(
                REPORT,
                DraftPublished.class,
                DraftPublished::evaluation,
                (told, draft, at) -> notifier.draftPublished(told, draft.version(), at));
    }

    @Produces
    @Singleton
    EventListener<ObjectionRaised> objectionRaised() {
        return heard(
                REPORT,
                ObjectionRaised.class,
                ObjectionRaised::evaluation,
                (told, raised, at) -> notifier.objectionRaised(told, raised.number(), at));
    }

    @Produces
    @Singleton
    EventListener<ObjectionDecided> objectionDecided() {
        return heard(REPORT, ObjectionDecided.class, ObjectionDecided::evaluation, (told, decided, at) -> {
            boolean upheld = decided.decision().equals("UPHELD");
            notifier.objectionDecided(told, decided.from(), decided.number(), upheld, at);
            if (upheld) {
                notifier.reopened(told, decided.party(), at);
            }
        });
    }

    /** Who is told what, and when it happened. */
    private interface Telling<E> {
        void tell(Notifier.Told told, E what, Instant at);
    }

    private <E> EventListener<E> heard(
            String topic, Class<E> payload, Function<E, String> evaluation, Telling<E> telling) {
        return new EvaluationListener<>(topic, payload, evaluation) {
            @Override
            public Outcome on(Event<E> event) {
                var told = notifier.find(evaluation(event.payload()));
                told.ifPresent(its -> telling.tell(its, event.payload(), event.time()));
                return told.isPresent() ? Outcome.applied() : waits(event.payload());
            }
        };
    }
}
