package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns who is on a panel: the parties' members see evidence of that evaluation, nobody else of the station's parties. */
@ApplicationScoped
class PanelChangedListener implements EventListener<PanelChanged> {

    private final Panels panels;

    PanelChangedListener(Panels panels) {
        this.panels = panels;
    }

    @Override
    public String topic() {
        return "scoring.evaluation";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.PanelChanged.v1";
    }

    @Override
    public Class<PanelChanged> payload() {
        return PanelChanged.class;
    }

    @Override
    public Outcome on(Event<PanelChanged> event) {
        panels.replace(event.payload());
        return Outcome.applied();
    }
}
