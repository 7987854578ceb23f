package cn.mingjian.district.board;

import cn.mingjian.district.notification.Notifier;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the board hears; people are told of the same, as an event has one listener in a service. */
final class BoardListeners {
    private static final String SCORING = "scoring.evaluation";

    private BoardListeners() {}

    private static Outcome changed(Board board, String evaluation, Consumer<BoardEntryEntity> change) {
        return board.change(evaluation, change) ? Outcome.applied() : Outcome.waitsFor("evaluation " + evaluation);
    }

    /** An evaluation of the district was opened. */
    @ApplicationScoped
    static class Opened implements EventListener<Opened.EvaluationOpened> {
        private final Board board;
        private final Notifier notifier;

        Opened(Board board, Notifier notifier) {
            this.board = board;
            this.notifier = notifier;
        }

        /** scoring's event. */
        record EvaluationOpened(String code, String district, String station, String title, String stage) {}

        @Override
        public String topic() {
            return SCORING;
        }

        @Override
        public String type() {
            return "cn.mingjian.scoring.EvaluationOpened.v1";
        }

        @Override
        public Class<EvaluationOpened> payload() {
            return EvaluationOpened.class;
        }

        @Override
        public Outcome on(Event<EvaluationOpened> event) {
            EvaluationOpened opened = event.payload();
            board.open(opened.code(), entry -> {
                entry.district = opened.district();
                entry.station = opened.station();
                entry.title = opened.title();
                entry.stage = opened.stage();
            });
            notifier.opened(opened.code(), opened.district(), opened.station(), opened.title(), event.time());
            return Outcome.applied();
        }
    }

    /** An evaluation reached its next phase. */
    @ApplicationScoped
    static class Moved implements EventListener<Moved.PhaseChanged> {
        private final Board board;
        private final Notifier notifier;

        Moved(Board board, Notifier notifier) {
            this.board = board;
            this.notifier = notifier;
        }

        /** scoring's event. */
        record PhaseChanged(String evaluation, String phase) {}

        @Override
        public String topic() {
            return SCORING;
        }

        @Override
        public String type() {
            return "cn.mingjian.scoring.PhaseChanged.v1";
        }

        @Override
        public Class<PhaseChanged> payload() {
            return PhaseChanged.class;
        }

        @Override
        public Outcome on(Event<PhaseChanged> event) {
            PhaseChanged moved = event.payload();
            return changed(board, moved.evaluation(), entry -> {
                entry.phase = moved.phase();
                notifier.moved(moved.evaluation(), moved.phase(), event.time());
            });
        }
    }

    /** An evaluation has its final result, as far as its policy publishes it. */
    @ApplicationScoped
    static class Finalised implements EventListener<Finalised.ResultFinalised> {
        private final Board board;

        Finalised(Board board) {
            this.board = board;
        }

        /** scoring's event. */
        record ResultFinalised(String evaluation, @Nullable String total, String grade) {}

        @Override
        public String topic() {
            return SCORING;
        }

        @Override
        public String type() {
            return "cn.mingjian.scoring.ResultFinalised.v1";
        }

        @Override
        public Class<ResultFinalised> payload() {
            return ResultFinalised.class;
        }

        @Override
        public Outcome on(Event<ResultFinalised> event) {
            ResultFinalised result = event.payload();
            return changed(board, result.evaluation(), entry -> {
                entry.total = result.total();
                entry.grade = result.grade();
            });
        }
    }

    /** An evaluation's report was issued. */
    @ApplicationScoped
    static class Issued implements EventListener<Issued.ReportIssued> {
        private final Board board;
        private final Notifier notifier;

        Issued(Board board, Notifier notifier) {
            this.board = board;
            this.notifier = notifier;
        }

        /** report's event. */
        record ReportIssued(String evaluation) {}

        @Override
        public String topic() {
            return "report.report";
        }

        @Override
        public String type() {
            return "cn.mingjian.report.ReportIssued.v1";
        }

        @Override
        public Class<ReportIssued> payload() {
            return ReportIssued.class;
        }

        @Override
        public Outcome on(Event<ReportIssued> event) {
            return changed(board, event.payload().evaluation(), entry -> {
                entry.issuedAt = event.time();
                notifier.issued(entry.evaluation, event.time());
            });
        }
    }
}
