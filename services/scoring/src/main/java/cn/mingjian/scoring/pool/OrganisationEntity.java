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
@Table(name = "organisation")
class OrganisationEntity {

    @Embeddable
    record Key(String district, String organisation) {}

    @EmbeddedId
    Key key;

    String name;

    @Column(name = "other_names")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> otherNames;

    static OrganisationEntity of(Key key) {
        OrganisationEntity entity = new OrganisationEntity();
        entity.key = key;
        return entity;
    }

    void say(OrganisationDocument organisation) {
        name = organisation.name();
        otherNames = List.copyOf(organisation.otherNames());
    }

    OrganisationDocument toOrganisation() {
        return new OrganisationDocument(name, List.copyOf(otherNames));
    }
}
