package cn.mingjian.scoring.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "objection")
class ObjectionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String origin;

    int number;

    String decision;

    static ObjectionEntity of(String evaluation, String origin, int number) {
        ObjectionEntity entity = new ObjectionEntity();
        entity.evaluation = evaluation;
        entity.origin = origin;
        entity.number = number;
        return entity;
    }
}
