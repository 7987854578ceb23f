package cn.mingjian.report.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import cn.mingjian.report.source.EvaluationFile;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns what is evaluated, when, and by which policy. */
@ApplicationScoped
class EvaluationOpenedListener implements EventListener<EvaluationFile> {

    private final Evaluations evaluations;

    EvaluationOpenedListener(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public String topic() {
        return "scoring.evaluation";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.EvaluationOpened.v1";
    }

    @Override
    public Class<EvaluationFile> payload() {
        return EvaluationFile.class;
    }

    @Override
    public Outcome on(Event<EvaluationFile> event) {
        evaluations.opened(event.payload());
        return Outcome.applied();
    }
}
