package cn.mingjian.integration.station;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns of stations. */
@ApplicationScoped
class StationRegisteredListener implements EventListener<StationRegisteredListener.StationRegistered> {
    private final Stations stations;

    StationRegisteredListener(Stations stations) {
        this.stations = stations;
    }

    /** district's event. */
    record StationRegistered(String district, String station, int version, String name) {}

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
        var registered = event.payload();
        stations.keep(new Stations.Station(
                Place.station(registered.district(), registered.station()), registered.version(), registered.name()));
        return Outcome.applied();
    }
}
