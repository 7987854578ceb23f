package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Learns that an objection waits for a decision; a round is not closed while one is open. */
@ApplicationScoped
class ObjectionRaisedListener implements EventListener<ObjectionRaisedListener.ObjectionRaised> {

    record ObjectionRaised(String evaluation, String from, int number) {}

    private final Evaluations evaluations;
    private final Objections objections;

    ObjectionRaisedListener(Evaluations evaluations, Objections objections) {
        this.evaluations = evaluations;
        this.objections = objections;
    }

    @Override
    public String topic() {
        return "report.report";
    }

    @Override
    public String type() {
        return "cn.mingjian.report.ObjectionRaised.v1";
    }

    @Override
    public Class<ObjectionRaised> payload() {
        return ObjectionRaised.class;
    }

    @Override
    public Outcome on(Event<ObjectionRaised> event) {
        ObjectionRaised objection = event.payload();
        if (evaluations.findById(objection.evaluation(), LockModeType.PESSIMISTIC_WRITE) == null) {
            return Outcome.waitsFor("evaluation " + objection.evaluation());
        }
        objections.raised(objection.evaluation(), objection.from(), objection.number(), event.time());
        return Outcome.applied();
    }
}
