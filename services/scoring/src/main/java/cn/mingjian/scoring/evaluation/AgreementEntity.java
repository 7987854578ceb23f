package cn.mingjian.scoring.evaluation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What scoring keeps of an agreement: the codes that findings and rubrics may name, and whose work it buys. */
@Entity
@Table(name = "agreement")
class AgreementEntity {

    @Embeddable
    record Key(String place, String code, int version) {}

    @EmbeddedId
    Key key;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> areas;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> indicators;

    /** Null in what was learnt before operators were kept. */
    String operator;

    static AgreementEntity of(Key key, String operator, List<String> areas, List<String> indicators) {
        AgreementEntity entity = new AgreementEntity();
        entity.key = key;
        entity.operator = operator;
        entity.areas = areas;
        entity.indicators = indicators;
        return entity;
    }
}
