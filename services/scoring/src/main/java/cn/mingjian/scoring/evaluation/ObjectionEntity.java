package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "objection")
class ObjectionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String origin;

    int number;

    @Column(name = "raised_at")
    Instant raisedAt;

    String decision;

    @Column(name = "decided_at")
    Instant decidedAt;

    /** Whose sheets an upheld objection reopens; null while the bureau has not said. */
    @Enumerated(EnumType.STRING)
    Party party;

    static ObjectionEntity of(String evaluation, String origin, int number, Instant raisedAt) {
        ObjectionEntity entity = new ObjectionEntity();
        entity.evaluation = evaluation;
        entity.origin = origin;
        entity.number = number;
        entity.raisedAt = raisedAt;
        return entity;
    }
}
