package cn.mingjian.staffing.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "agreement")
@NullUnmarked
class AgreementEntity {

    @EmbeddedId
    private AgreementKey key;

    @Column(name = "required_staff")
    private int requiredStaff;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] areas;

    protected AgreementEntity() {}

    static AgreementEntity of(AgreementKey key, Agreement agreement) {
        var entity = new AgreementEntity();
        entity.key = key;
        entity.requiredStaff = agreement.requiredStaff();
        entity.areas = agreement.areas().stream().sorted().toArray(String[]::new);
        return entity;
    }

    Agreement toAgreement() {
        return new Agreement(key.version(), requiredStaff, Set.of(areas));
    }
}
