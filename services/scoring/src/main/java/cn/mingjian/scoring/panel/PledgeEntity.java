package cn.mingjian.scoring.panel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "pledge")
class PledgeEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String evaluator;

    @Column(name = "occurred_on")
    LocalDate occurredOn;

    @Column(name = "text_version")
    int textVersion;

    @Column(name = "signed_by")
    String signedBy;

    static PledgeEntity of(String evaluation, String evaluator, LocalDate occurredOn, int textVersion, String account) {
        PledgeEntity entity = new PledgeEntity();
        entity.evaluation = evaluation;
        entity.evaluator = evaluator;
        entity.occurredOn = occurredOn;
        entity.textVersion = textVersion;
        entity.signedBy = account;
        return entity;
    }
}
