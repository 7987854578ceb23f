package cn.mingjian.district.station;

import cn.mingjian.district.directory.Directory;
import cn.mingjian.district.form.Roles;
import cn.mingjian.district.registry.Places;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;

/** Registers stations. */
@ApplicationScoped
class StationService {
    private static final String KIND = "station";

    private final Directory directory;
    private final Places places;
    private final Documents documents;
    private final Outbox outbox;
    private final Event<StationChanged> changed;

    StationService(
            Directory directory, Places places, Documents documents, Outbox outbox, Event<StationChanged> changed) {
        this.directory = directory;
        this.places = places;
        this.documents = documents;
        this.outbox = outbox;
        this.changed = changed;
    }

    /** The groups of the station's roles, made where they are missing. */
    void ensureGroups(Place station) {
        Roles.OF_STATION.forEach(role -> directory.ensureRight(station, role));
    }

    @Transactional
    void requireDistrict(Place district) {
        if (!places.knows(district)) {
            throw StationProblem.DISTRICT_UNKNOWN.because("没有登记区 %s", district.path());
        }
    }

    @Transactional
    Stored<StationDocument> register(Place station, StationDocument document, Precondition precondition) {
        places.lock(station);
        Stored<StationDocument> stored = documents.put(station.path(), KIND, document, precondition);
        if (stored.isNew()) {
            var registered = new StationEvent.StationRegistered(
                    station.district(), station.station(), stored.version(), Objects.requireNonNull(document.name()));
            outbox.append(StationEvent.TOPIC, station.path(), registered.type(), registered);
            changed.fire(new StationChanged(station, registered.name(), document.town()));
        }
        return stored;
    }

    @Transactional
    Stored<StationDocument> latest(Place station) {
        return documents
                .find(station.path(), KIND, StationDocument.class)
                .orElseThrow(() -> StationProblem.STATION_UNKNOWN.because("没有登记社工站 %s", station.path()));
    }

    @Transactional
    Stored<StationDocument> version(Place station, int version) {
        return documents
                .find(station.path(), KIND, version, StationDocument.class)
                .orElseThrow(() -> StationProblem.STATION_UNKNOWN.because("社工站 %s 没有第 %d 版", station.path(), version));
    }
}
