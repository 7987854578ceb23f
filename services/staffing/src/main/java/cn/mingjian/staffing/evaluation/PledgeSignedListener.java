package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns who has pledged: before that a member of a panel sees no evidence. */
@ApplicationScoped
class PledgeSignedListener implements EventListener<PledgeSigned> {

    private final Panels panels;

    PledgeSignedListener(Panels panels) {
        this.panels = panels;
    }

    @Override
    public String topic() {
        return "scoring.evaluation";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.PledgeSigned.v1";
    }

    @Override
    public Class<PledgeSigned> payload() {
        return PledgeSigned.class;
    }

    @Override
    public Outcome on(Event<PledgeSigned> event) {
        panels.pledged(event.payload());
        return Outcome.applied();
    }
}
