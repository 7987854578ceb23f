package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EvidenceFrozenListener implements EventListener<EvidenceFrozen> {

    private final Evaluations evaluations;

    EvidenceFrozenListener(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public String topic() {
        return "scoring.evaluation";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.EvidenceFrozen.v1";
    }

    @Override
    public Class<EvidenceFrozen> payload() {
        return EvidenceFrozen.class;
    }

    @Override
    public Outcome on(Event<EvidenceFrozen> event) {
        EvidenceFrozen frozen = event.payload();
        return evaluations.freeze(frozen.evaluation(), frozen.staffingVersion())
                ? Outcome.applied()
                : Outcome.waitsFor("evaluation " + frozen.evaluation());
    }
}
