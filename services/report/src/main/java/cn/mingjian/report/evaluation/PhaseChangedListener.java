package cn.mingjian.report.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Learns how far an evaluation is: feedback is taken in FEEDBACK only. */
@ApplicationScoped
class PhaseChangedListener implements EventListener<PhaseChangedListener.PhaseChanged> {

    record PhaseChanged(String evaluation, Phase phase) {}

    private final Evaluations evaluations;

    PhaseChangedListener(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public String topic() {
        return "scoring.evaluation";
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
        Optional<EvaluationEntity> evaluation = evaluations.row(event.payload().evaluation());
        if (evaluation.isEmpty()) {
            return Outcome.waitsFor("evaluation " + event.payload().evaluation());
        }
        evaluation.get().phase = event.payload().phase();
        return Outcome.applied();
    }
}
