package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import cn.mingjian.staffing.figure.EvidenceWindow;
import cn.mingjian.staffing.figure.StaffingPolicy;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EvaluationOpenedListener implements EventListener<EvaluationOpened> {

    private final Evaluations evaluations;
    private final jakarta.enterprise.event.Event<InputsChanged> changes;

    EvaluationOpenedListener(Evaluations evaluations, jakarta.enterprise.event.Event<InputsChanged> changes) {
        this.evaluations = evaluations;
        this.changes = changes;
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
    public Outcome on(Event<EvaluationOpened> event) {
        EvaluationOpened opened = event.payload();
        var agreement = new AgreementKey(
                opened.district() + "/" + opened.station(), opened.agreement(), opened.agreementVersion());
        if (!evaluations.knows(agreement)) {
            return Outcome.waitsFor(
                    "agreement " + agreement.station() + "/" + agreement.code() + " v" + agreement.version());
        }
        EvaluationOpened.Staffing staffing = opened.policy().staffing();
        changes.fire(new InputsChanged(evaluations.open(
                opened.code(),
                agreement,
                new EvidenceWindow(opened.evidence().from(), opened.evidence().to()),
                new StaffingPolicy(staffing.experiencedYears(), staffing.halfMonthAfterDay(), staffing.retention()))));
        return Outcome.applied();
    }
}
