package cn.mingjian.scoring.library;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "rubric_version")
class RubricVersionEntity {

    @Embeddable
    record Key(String district, String code, String version) {}

    @EmbeddedId
    Key key;

    /** The rubric's JSON. */
    String content;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "published_at")
    Instant publishedAt;

    static RubricVersionEntity of(Key key) {
        RubricVersionEntity entity = new RubricVersionEntity();
        entity.key = key;
        return entity;
    }

    void say(String rubric, String account, Instant now) {
        content = rubric;
        recordedBy = account;
        recordedAt = now;
    }

    void publish(String account, Instant now) {
        publishedBy = account;
        publishedAt = now;
    }
}
