package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Learns of the newest version of the staffing figures, to refuse freezing an older one. */
@ApplicationScoped
class StaffingComputedListener implements EventListener<StaffingComputedListener.StaffingComputed> {

    record StaffingComputed(String evaluation, int version) {}

    private final Evaluations evaluations;

    StaffingComputedListener(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public String topic() {
        return "staffing.staffing";
    }

    @Override
    public String type() {
        return "cn.mingjian.staffing.StaffingComputed.v1";
    }

    @Override
    public Class<StaffingComputed> payload() {
        return StaffingComputed.class;
    }

    @Override
    public Outcome on(Event<StaffingComputed> event) {
        StaffingComputed computed = event.payload();
        EvaluationEntity evaluation = evaluations.findById(computed.evaluation(), LockModeType.PESSIMISTIC_WRITE);
        if (evaluation == null) {
            return Outcome.waitsFor("evaluation " + computed.evaluation());
        }
        evaluations.staffingIs(evaluation, computed.version());
        return Outcome.applied();
    }
}
