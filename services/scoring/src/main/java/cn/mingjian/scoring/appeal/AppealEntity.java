package cn.mingjian.scoring.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

@Entity
@Table(name = "appeal")
class AppealEntity {

    enum Decision {
        UPHELD,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    int number;

    String reason;

    @Column(name = "lodged_by")
    String lodgedBy;

    @Enumerated(EnumType.STRING)
    Decision decision;

    @Column(name = "decision_reason")
    String decisionReason;

    String reevaluation;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    static AppealEntity of(String evaluation, int number, String reason, String account) {
        AppealEntity entity = new AppealEntity();
        entity.evaluation = evaluation;
        entity.number = number;
        entity.reason = reason;
        entity.lodgedBy = account;
        return entity;
    }

    void decide(Decision outcome, String because, String instead, String account, Instant now) {
        decision = outcome;
        decisionReason = because;
        reevaluation = instead;
        decidedBy = account;
        decidedAt = now;
    }

    Appeal toAppeal() {
        if (decision == null) {
            return new Appeal.Lodged(number, reason);
        }
        return switch (decision) {
            case UPHELD -> new Appeal.Upheld(number, reason, decisionReason, Optional.ofNullable(reevaluation));
            case REFUSED -> new Appeal.Refused(number, reason, decisionReason);
        };
    }
}
