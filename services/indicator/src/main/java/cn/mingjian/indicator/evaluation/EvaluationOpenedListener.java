package cn.mingjian.indicator.evaluation;

import cn.mingjian.indicator.agreement.Agreements;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Learns of evaluations; one waits until the agreement version it pins is known. */
@ApplicationScoped
class EvaluationOpenedListener implements EventListener<EvaluationOpened> {
    private final Evaluations evaluations;
    private final Agreements agreements;
    private final Event<EvidenceChanged> changed;

    EvaluationOpenedListener(Evaluations evaluations, Agreements agreements, Event<EvidenceChanged> changed) {
        this.evaluations = evaluations;
        this.agreements = agreements;
        this.changed = changed;
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
    public Class<EvaluationOpened> payload() {
        return EvaluationOpened.class;
    }

    @Override
    public Outcome on(cn.mingjian.platform.event.Event<EvaluationOpened> event) {
        var evaluation = event.payload().toEvaluation();
        var station = evaluation.station().path();
        if (agreements
                .catalogue(station, evaluation.agreement(), evaluation.agreementVersion())
                .isEmpty()) {
            return Outcome.waitsFor(
                    "agreement %s/%s v%d".formatted(station, evaluation.agreement(), evaluation.agreementVersion()));
        }
        evaluations.lockStation(station);
        if (evaluations.find(evaluation.code()).filter(Evaluation::isFrozen).isEmpty()) {
            evaluations.keep(evaluation);
            changed.fire(new EvidenceChanged(evaluation));
        }
        return Outcome.applied();
    }
}
