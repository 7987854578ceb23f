package cn.mingjian.district.board;

import cn.mingjian.district.notification.Notifier;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the board hears; people are told of some of the same, as an event has one listener in a service. */
final class BoardListeners {

    private BoardListeners() {}

    /** scoring's event. */
    record EvaluationOpened(
            String code,
            String district,
            String station,
            String title,
            String stage,
            @Nullable LocalDate reportDate) {}

    /** scoring's event. */
    record PhaseChanged(String evaluation, String phase) {}

    /** scoring's event. */
    record EvidenceFrozen(String evaluation, int achievementVersion, int staffingVersion) {}

    /** scoring's event: the final result, as far as its policy publishes it. */
    record ResultFinalised(
            String evaluation,
            @Nullable String total,
            String grade,
            @Nullable List<PartyScore> parties) {}

    /** One party's share of a result. */
    record PartyScore(String party, String weight, String raw, String weighted) {}

    /** indicator's event; earlier ones carry no figures. */
    record AchievementComputed(
            String evaluation,
            int version,
            @Nullable Integer indicators,
            @Nullable Integer indicatorsMet,
            @Nullable Integer indicatorsExceeded) {}

    /** staffing's event; earlier ones carry no figures. */
    record StaffingComputed(
            String evaluation,
            int version,
            @Nullable Integer headcount,
            @Nullable String certifiedRate,
            @Nullable String retention) {}

    /** report's event. */
    record ReportIssued(String evaluation) {}

    /** Hears one type of event about an evaluation. */
    abstract static class Heard<E> implements EventListener<E> {
        private final String topic;
        private final Class<E> payload;
        private final Function<E, String> evaluation;

        Heard(String topic, Class<E> payload, Function<E, String> evaluation) {
            this.topic = topic;
            this.payload = payload;
            this.evaluation = evaluation;
        }

        /** Writes it on the board; false when it comes before its evaluation. */
        abstract boolean write(E what, Instant at);

        /** Tells people of it. */
        void tell(E what, Instant at) {}

        String evaluation(E what) {
            return evaluation.apply(what);
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public String type() {
            String service = topic.substring(0, topic.indexOf('.'));
            return "cn.mingjian." + service + "." + payload.getSimpleName() + ".v1";
        }

        @Override
        public Class<E> payload() {
            return payload;
        }

        @Override
        public Outcome on(Event<E> event) {
            if (!write(event.payload(), event.time())) {
                return Outcome.waitsFor("evaluation " + evaluation(event.payload()));
            }
            tell(event.payload(), event.time());
            return Outcome.applied();
        }
    }

    /** An evaluation of the district was opened. */
    @Singleton
    static class OnEvaluationOpened extends Heard<EvaluationOpened> {
        private final Board board;
        private final Notifier notifier;

        OnEvaluationOpened(Board board, Notifier notifier) {
            super("scoring.evaluation", EvaluationOpened.class, EvaluationOpened::code);
            this.board = board;
            this.notifier = notifier;
        }

        @Override
        boolean write(EvaluationOpened opened, Instant at) {
            board.open(opened);
            return true;
        }

        @Override
        void tell(EvaluationOpened opened, Instant at) {
            notifier.opened(opened.code(), opened.district(), opened.station(), opened.title(), at);
        }
    }

    /** An evaluation reached its next phase. */
    @Singleton
    static class OnPhaseChanged extends Heard<PhaseChanged> {
        private final Board board;
        private final Notifier notifier;

        OnPhaseChanged(Board board, Notifier notifier) {
            super("scoring.evaluation", PhaseChanged.class, PhaseChanged::evaluation);
            this.board = board;
            this.notifier = notifier;
        }

        @Override
        boolean write(PhaseChanged moved, Instant at) {
            return board.move(moved);
        }

        @Override
        void tell(PhaseChanged moved, Instant at) {
            notifier.moved(moved.evaluation(), moved.phase(), at);
        }
    }

    /** An evaluation's evidence is what it is from now on. */
    @Singleton
    static class OnEvidenceFrozen extends Heard<EvidenceFrozen> {
        private final Board board;

        OnEvidenceFrozen(Board board) {
            super("scoring.evaluation", EvidenceFrozen.class, EvidenceFrozen::evaluation);
            this.board = board;
        }

        @Override
        boolean write(EvidenceFrozen frozen, Instant at) {
            return board.freeze(frozen);
        }
    }

    /** An evaluation has its final result. */
    @Singleton
    static class OnResultFinalised extends Heard<ResultFinalised> {
        private final Board board;

        OnResultFinalised(Board board) {
            super("scoring.evaluation", ResultFinalised.class, ResultFinalised::evaluation);
            this.board = board;
        }

        @Override
        boolean write(ResultFinalised result, Instant at) {
            return board.finalise(result);
        }
    }

    /** A station's indicators were computed. */
    @Singleton
    static class OnAchievementComputed extends Heard<AchievementComputed> {
        private final Board board;

        OnAchievementComputed(Board board) {
            super("indicator.achievement", AchievementComputed.class, AchievementComputed::evaluation);
            this.board = board;
        }

        @Override
        boolean write(AchievementComputed computed, Instant at) {
            return board.achieve(computed);
        }
    }

    /** A station's staffing was computed. */
    @Singleton
    static class OnStaffingComputed extends Heard<StaffingComputed> {
        private final Board board;

        OnStaffingComputed(Board board) {
            super("staffing.staffing", StaffingComputed.class, StaffingComputed::evaluation);
            this.board = board;
        }

        @Override
        boolean write(StaffingComputed computed, Instant at) {
            return board.staff(computed);
        }
    }

    /** An evaluation's report was issued. */
    @Singleton
    static class OnReportIssued extends Heard<ReportIssued> {
        private final Board board;
        private final Notifier notifier;

        OnReportIssued(Board board, Notifier notifier) {
            super("report.report", ReportIssued.class, ReportIssued::evaluation);
            this.board = board;
            this.notifier = notifier;
        }

        @Override
        boolean write(ReportIssued issued, Instant at) {
            return board.issue(issued, at);
        }

        @Override
        void tell(ReportIssued issued, Instant at) {
            notifier.issued(issued.evaluation(), at);
        }
    }
}
