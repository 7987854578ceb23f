package cn.mingjian.district.board;

import cn.mingjian.district.event.EvaluationListener;
import cn.mingjian.district.notification.Notifier;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the board hears; people are told of some of the same, as an event has one listener in a service. */
@Singleton
final class BoardListeners {
    static final String SCORING = "scoring.evaluation";
    private static final String INDICATOR = "indicator.achievement";
    private static final String STAFFING = "staffing.staffing";
    private static final String REPORT = "report.report";

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

    /** Writes what it hears on the board, and tells people of it. */
    static final class Heard<E> extends EvaluationListener<E> {
        private final Predicate<Event<E>> write;
        private final Consumer<Event<E>> tell;

        /** @param write false for what comes before its evaluation */
        Heard(
                String topic,
                Class<E> payload,
                Function<E, String> evaluation,
                Predicate<Event<E>> write,
                Consumer<Event<E>> tell) {
            super(topic, payload, evaluation);
            this.write = write;
            this.tell = tell;
        }

        /** Writes it, and tells nobody. */
        boolean write(Event<E> event) {
            return write.test(event);
        }

        @Override
        public Outcome on(Event<E> event) {
            if (!write(event)) {
                return waits(event.payload());
            }
            tell.accept(event);
            return Outcome.applied();
        }
    }

    @Produces
    @Singleton
    Heard<EvaluationOpened> evaluationOpened(Board board, Notifier notifier) {
        return new Heard<>(
                SCORING,
                EvaluationOpened.class,
                EvaluationOpened::code,
                event -> {
                    board.open(event.payload());
                    return true;
                },
                event -> {
                    EvaluationOpened opened = event.payload();
                    notifier.opened(opened.code(), opened.district(), opened.station(), opened.title(), event.time());
                });
    }

    @Produces
    @Singleton
    Heard<PhaseChanged> phaseChanged(Board board, Notifier notifier) {
        return new Heard<>(
                SCORING,
                PhaseChanged.class,
                PhaseChanged::evaluation,
                event -> board.move(event.payload()),
                event -> notifier.moved(
                        event.payload().evaluation(), event.payload().phase(), event.time()));
    }

    @Produces
    @Singleton
    Heard<EvidenceFrozen> evidenceFrozen(Board board) {
        return quiet(SCORING, EvidenceFrozen.class, EvidenceFrozen::evaluation, board::freeze);
    }

    @Produces
    @Singleton
    Heard<ResultFinalised> resultFinalised(Board board) {
        return quiet(SCORING, ResultFinalised.class, ResultFinalised::evaluation, board::finalise);
    }

    @Produces
    @Singleton
    Heard<AchievementComputed> achievementComputed(Board board) {
        return quiet(INDICATOR, AchievementComputed.class, AchievementComputed::evaluation, board::achieve);
    }

    @Produces
    @Singleton
    Heard<StaffingComputed> staffingComputed(Board board) {
        return quiet(STAFFING, StaffingComputed.class, StaffingComputed::evaluation, board::staff);
    }

    @Produces
    @Singleton
    Heard<ReportIssued> reportIssued(Board board, Notifier notifier) {
        return new Heard<>(
                REPORT,
                ReportIssued.class,
                ReportIssued::evaluation,
                event -> board.issue(event.payload(), event.time()),
                event -> notifier.issued(event.payload().evaluation(), event.time()));
    }

    private static <E> Heard<E> quiet(
            String topic, Class<E> payload, Function<E, String> evaluation, Predicate<E> write) {
        return new Heard<>(topic, payload, evaluation, event -> write.test(event.payload()), event -> {});
    }
}
