package cn.mingjian.report.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Learns which versions of the evidence the report cites. */
@ApplicationScoped
class EvidenceFrozenListener implements EventListener<EvidenceFrozenListener.EvidenceFrozen> {

    record EvidenceFrozen(String evaluation, int achievementVersion, int staffingVersion) {}

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
        Optional<EvaluationEntity> evaluation = evaluations.row(frozen.evaluation());
        if (evaluation.isEmpty()) {
            return Outcome.waitsFor("evaluation " + frozen.evaluation());
        }
        evaluation.get().achievementFrozen = frozen.achievementVersion();
        evaluation.get().staffingFrozen = frozen.staffingVersion();
        return Outcome.applied();
    }
}
