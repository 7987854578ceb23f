package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Learns how an objection was decided; a round is not closed while one is open. */
@ApplicationScoped
class ObjectionDecidedListener implements EventListener<ObjectionDecidedListener.ObjectionDecided> {

    /** @param party whose sheets are reopened, or null */
    record ObjectionDecided(String evaluation, String from, int number, String decision, Party party) {}

    private final Evaluations evaluations;
    private final Objections objections;

    ObjectionDecidedListener(Evaluations evaluations, Objections objections) {
        this.evaluations = evaluations;
        this.objections = objections;
    }

    @Override
    public String topic() {
        return "report.report";
    }

    @Override
    public String type() {
        return "cn.mingjian.report.ObjectionDecided.v1";
    }

    @Override
    public Class<ObjectionDecided> payload() {
        return ObjectionDecided.class;
    }

    @Override
    public Outcome on(Event<ObjectionDecided> event) {
        ObjectionDecided objection = event.payload();
        if (evaluations.findById(objection.evaluation(), LockModeType.PESSIMISTIC_WRITE) == null) {
            return Outcome.waitsFor("evaluation " + objection.evaluation());
        }
        boolean known = objections.decided(objection, event.time());
        return known ? Outcome.applied() : Outcome.waitsFor("objection " + objection.number());
    }
}
