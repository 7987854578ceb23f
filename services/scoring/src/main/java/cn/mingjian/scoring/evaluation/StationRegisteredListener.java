package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns of stations. */
@ApplicationScoped
class StationRegisteredListener implements EventListener<StationRegisteredListener.StationRegistered> {

    record StationRegistered(String district, String station, int version) {}

    private final Agreements agreements;

    StationRegisteredListener(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String topic() {
        return "district.station";
    }

    @Override
    public String type() {
        return "cn.mingjian.district.StationRegistered.v1";
    }

    @Override
    public Class<StationRegistered> payload() {
        return StationRegistered.class;
    }

    @Override
    public Outcome on(Event<StationRegistered> event) {
        StationRegistered station = event.payload();
        agreements.registered(Place.station(station.district(), station.station()), station.version());
        return Outcome.applied();
    }
}
