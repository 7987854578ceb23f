package cn.mingjian.integration.station;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The row of one station. */
@Entity
@Table(name = "station")
@NullUnmarked
class StationEntity {
    @Id
    String place;

    int version;
    String name;

    static StationEntity of(Stations.Station station) {
        var row = new StationEntity();
        row.place = station.place().path();
        row.version = station.version();
        row.name = station.name();
        return row;
    }
}
