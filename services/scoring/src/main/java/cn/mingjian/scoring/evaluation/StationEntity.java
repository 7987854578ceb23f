package cn.mingjian.scoring.evaluation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "station")
class StationEntity {

    @Embeddable
    record Key(String place, int version) {}

    @EmbeddedId
    Key key;

    static StationEntity of(Key key) {
        StationEntity entity = new StationEntity();
        entity.key = key;
        return entity;
    }
}
