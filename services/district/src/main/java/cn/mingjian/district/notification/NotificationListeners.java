package cn.mingjian.district.notification;

import cn.mingjian.district.event.EvaluationListener;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What notifications are made of, besides what the board hears as well. */
final class NotificationListeners {
    private static final String SCORING = "scoring.evaluation";
    private static final String REPORT = "report.report";

    private NotificationListeners() {}

    /** Tells people of what it hears. */
    abstract static class Heard<E> extends EvaluationListener<E> {
        final Notifier notifier;

        Heard(Notifier notifier, String topic, Class<E> payload, Function<E, String> evaluation) {
            super(topic, payload, evaluation);
            this.notifier = notifier;
        }

        abstract void tell(Notifier.Told told, E what, Instant at);

        @Override
        public Outcome on(Event<E> event) {
            var told = notifier.find(evaluation(event.payload()));
            told.ifPresent(its -> tell(its, event.payload(), event.time()));
            return told.isPresent() ? Outcome.applied() : waits(event.payload());
        }
    }

    /** A panel was named or changed. */
    @Singleton
    static class OnPanelChanged extends Heard<OnPanelChanged.PanelChanged> {
        OnPanelChanged(Notifier notifier) {
            super(notifier, SCORING, PanelChanged.class, PanelChanged::evaluation);
        }

        /** scoring's event. */
        record PanelChanged(String evaluation, List<Notifier.Seat> seats) {}

        @Override
        void tell(Notifier.Told told, PanelChanged panel, Instant at) {
            notifier.panelIs(told, panel.seats(), at);
        }
    }

    /** Somebody is asked to evaluate. */
    @Singleton
    static class OnEvaluatorInvited extends Heard<OnEvaluatorInvited.EvaluatorInvited> {
        OnEvaluatorInvited(Notifier notifier) {
            super(notifier, SCORING, EvaluatorInvited.class, EvaluatorInvited::evaluation);
        }

        /** scoring's event. */
        record EvaluatorInvited(String evaluation, String account, String party) {}

        @Override
        void tell(Notifier.Told told, EvaluatorInvited invited, Instant at) {
            notifier.invited(told, new Notifier.Seat(invited.account(), invited.party()), at);
        }
    }

    /** A recusal waits for a decision. */
    @Singleton
    static class OnRecusalRequested extends Heard<OnRecusalRequested.RecusalRequested> {
        OnRecusalRequested(Notifier notifier) {
            super(notifier, SCORING, RecusalRequested.class, RecusalRequested::evaluation);
        }

        /** scoring's event. */
        record RecusalRequested(String evaluation) {}

        @Override
        void tell(Notifier.Told told, RecusalRequested requested, Instant at) {
            notifier.recusalRequested(told, at);
        }
    }

    /** A recusal was decided. */
    @Singleton
    static class OnRecusalDecided extends Heard<OnRecusalDecided.RecusalDecided> {
        OnRecusalDecided(Notifier notifier) {
            super(notifier, SCORING, RecusalDecided.class, RecusalDecided::evaluation);
        }

        /** scoring's event. */
        record RecusalDecided(
                String evaluation, String account, String requestedBy, String decision, List<String> leads) {}

        @Override
        void tell(Notifier.Told told, RecusalDecided what, Instant at) {
            notifier.recusalDecided(
                    told,
                    what.account(),
                    what.requestedBy().equals("OPERATOR"),
                    what.decision().equals("UPHELD"),
                    what.leads(),
                    at);
        }
    }

    /** Somebody was taken off a panel. */
    @Singleton
    static class OnEvaluatorReplaced extends Heard<OnEvaluatorReplaced.EvaluatorReplaced> {
        OnEvaluatorReplaced(Notifier notifier) {
            super(notifier, SCORING, EvaluatorReplaced.class, EvaluatorReplaced::evaluation);
        }

        /** scoring's event. */
        record EvaluatorReplaced(String evaluation, String account, List<String> leads) {}

        @Override
        void tell(Notifier.Told told, EvaluatorReplaced what, Instant at) {
            notifier.replaced(told, what.account(), what.leads(), at);
        }
    }

    /** A serious violation is alleged. */
    @Singleton
    static class OnVetoRaised extends Heard<OnVetoRaised.VetoRaised> {
        OnVetoRaised(Notifier notifier) {
            super(notifier, SCORING, VetoRaised.class, VetoRaised::evaluation);
        }

        /** scoring's event. */
        record VetoRaised(String evaluation, int number) {}

        @Override
        void tell(Notifier.Told told, VetoRaised what, Instant at) {
            notifier.vetoRaised(told, what.number(), at);
        }
    }

    /** It was decided. */
    @Singleton
    static class OnVetoDecided extends Heard<OnVetoDecided.VetoDecided> {
        OnVetoDecided(Notifier notifier) {
            super(notifier, SCORING, VetoDecided.class, VetoDecided::evaluation);
        }

        /** scoring's event. */
        record VetoDecided(String evaluation, int number) {}

        @Override
        void tell(Notifier.Told told, VetoDecided what, Instant at) {
            notifier.vetoDecided(told, what.number(), at);
        }
    }

    /** The operator appeals. */
    @Singleton
    static class OnAppealLodged extends Heard<OnAppealLodged.AppealLodged> {
        OnAppealLodged(Notifier notifier) {
            super(notifier, SCORING, AppealLodged.class, AppealLodged::evaluation);
        }

        /** scoring's event. */
        record AppealLodged(String evaluation, int number) {}

        @Override
        void tell(Notifier.Told told, AppealLodged what, Instant at) {
            notifier.appealLodged(told, what.number(), at);
        }
    }

    /** The bureau decided an appeal. */
    @Singleton
    static class OnAppealDecided extends Heard<OnAppealDecided.AppealDecided> {
        OnAppealDecided(Notifier notifier) {
            super(notifier, SCORING, AppealDecided.class, AppealDecided::evaluation);
        }

        /** scoring's event. */
        record AppealDecided(String evaluation, int number, String decision) {}

        @Override
        void tell(Notifier.Told told, AppealDecided what, Instant at) {
            notifier.appealDecided(told, what.number(), what.decision().equals("UPHELD"), at);
        }
    }

    /** A party has until then to score. */
    @Singleton
    static class OnDeadlineSet extends Heard<OnDeadlineSet.DeadlineSet> {
        OnDeadlineSet(Notifier notifier) {
            super(notifier, SCORING, DeadlineSet.class, DeadlineSet::evaluation);
        }

        /** scoring's event. */
        record DeadlineSet(String evaluation, String party, Instant dueAt) {}

        @Override
        void tell(Notifier.Told told, DeadlineSet deadline, Instant at) {
            notifier.deadlineSet(told, deadline.party(), deadline.dueAt(), at);
        }
    }

    /** A party is done. */
    @Singleton
    static class OnPartySubmitted extends Heard<OnPartySubmitted.PartySubmitted> {
        OnPartySubmitted(Notifier notifier) {
            super(notifier, SCORING, PartySubmitted.class, PartySubmitted::evaluation);
        }

        /** scoring's event. */
        record PartySubmitted(String evaluation, String party) {}

        @Override
        void tell(Notifier.Told told, PartySubmitted submitted, Instant at) {
            notifier.submitted(told, submitted.party());
        }
    }

    /** A draft of the report is out. */
    @Singleton
    static class OnDraftPublished extends Heard<OnDraftPublished.DraftPublished> {
        OnDraftPublished(Notifier notifier) {
            super(notifier, REPORT, DraftPublished.class, DraftPublished::evaluation);
        }

        /** report's event. */
        record DraftPublished(String evaluation, int version) {}

        @Override
        void tell(Notifier.Told told, DraftPublished draft, Instant at) {
            notifier.draftPublished(told, draft.version(), at);
        }
    }

    /** Somebody objects to the draft. */
    @Singleton
    static class OnObjectionRaised extends Heard<OnObjectionRaised.ObjectionRaised> {
        OnObjectionRaised(Notifier notifier) {
            super(notifier, REPORT, ObjectionRaised.class, ObjectionRaised::evaluation);
        }

        /** report's event. */
        record ObjectionRaised(String evaluation, int number) {}

        @Override
        void tell(Notifier.Told told, ObjectionRaised raised, Instant at) {
            notifier.objectionRaised(told, raised.number(), at);
        }
    }

    /** The bureau decided an objection. */
    @Singleton
    static class OnObjectionDecided extends Heard<OnObjectionDecided.ObjectionDecided> {
        OnObjectionDecided(Notifier notifier) {
            super(notifier, REPORT, ObjectionDecided.class, ObjectionDecided::evaluation);
        }

        /** report's event; the party is null where the bureau did not say whose sheets are reopened. */
        record ObjectionDecided(
                String evaluation,
                String from,
                int number,
                String decision,
                @Nullable String party) {}

        @Override
        void tell(Notifier.Told told, ObjectionDecided decided, Instant at) {
            notifier.objectionDecided(
                    told, decided.from(), decided.number(), decided.decision().equals("UPHELD"), at);
            if (decided.party() != null) {
                notifier.reopened(told, decided.party(), at);
            }
        }
    }
}
