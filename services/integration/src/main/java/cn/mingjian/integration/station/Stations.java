package cn.mingjian.integration.station;

import cn.mingjian.platform.caller.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The stations this service has heard of. */
@ApplicationScoped
public class Stations {
    private final EntityManager entities;

    Stations(EntityManager entities) {
        this.entities = entities;
    }

    /** A station as registered. */
    record Station(Place place, int version, String name) {}

    /** Reads the codes of a path; codes that cannot be a station's are no station's. */
    public static Place parse(String district, String station) {
        if (!Place.isCode(district) || !Place.isCode(station)) {
            throw unknown(district + "/" + station);
        }
        return Place.station(district, station);
    }

    /** Ends the request unless the station has been registered. */
    public void requireKnown(Place place) {
        if (find(place).isEmpty()) {
            throw unknown(place.path());
        }
    }

    static RuntimeException unknown(String path) {
        return StationProblem.STATION_UNKNOWN.because("没有登记社工站 %s", path);
    }

    Optional<Station> find(Place place) {
        return Optional.ofNullable(entities.find(StationEntity.class, place.path()))
                .map(row -> new Station(place, row.version, row.name));
    }

    void keep(Station station) {
        entities.merge(StationEntity.of(station));
    }
}
