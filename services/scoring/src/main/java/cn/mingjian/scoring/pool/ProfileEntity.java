package cn.mingjian.scoring.pool;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "evaluator_profile")
class ProfileEntity {

    @Embeddable
    record Key(String district, String evaluator) {}

    @EmbeddedId
    Key key;

    String label;

    String account;

    String organisation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> expertise;

    @Column(name = "past_employers")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> pastEmployers;

    boolean active;

    static ProfileEntity of(Key key) {
        ProfileEntity entity = new ProfileEntity();
        entity.key = key;
        return entity;
    }

    void say(ProfileDocument profile) {
        label = profile.label();
        account = profile.account();
        organisation = profile.organisation();
        expertise = List.copyOf(profile.expertise());
        pastEmployers = List.copyOf(profile.pastEmployers());
        active = profile.active();
    }

    ProfileDocument toProfile() {
        return new ProfileDocument(
                label, account, organisation, List.copyOf(expertise), List.copyOf(pastEmployers), active);
    }
}
