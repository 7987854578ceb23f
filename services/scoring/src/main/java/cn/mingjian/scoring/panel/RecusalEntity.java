package cn.mingjian.scoring.panel;

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
@Table(name = "recusal")
class RecusalEntity {

    /** Who asked for it; what the bureau asks for is upheld with that. */
    enum Origin {
        EVALUATOR,
        OPERATOR,
        BUREAU
    }

    enum Decision {
        UPHELD,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String evaluator;

    @Enumerated(EnumType.STRING)
    Origin origin;

    String reason;

    @Column(name = "requested_by")
    String requestedBy;

    @Enumerated(EnumType.STRING)
    Decision decision;

    @Column(name = "decision_reason")
    String decisionReason;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    static RecusalEntity of(String evaluation, String evaluator, Origin origin, String reason, String account) {
        RecusalEntity entity = new RecusalEntity();
        entity.evaluation = evaluation;
        entity.evaluator = evaluator;
        entity.origin = origin;
        entity.reason = reason;
        entity.requestedBy = account;
        return entity;
    }

    void decide(Decision outcome, String because, String account, Instant now) {
        decision = outcome;
        decisionReason = because;
        decidedBy = account;
        decidedAt = now;
    }

    Recusal toRecusal() {
        if (decision == null) {
            return new Recusal.Requested(reason);
        }
        return switch (decision) {
            case UPHELD -> new Recusal.Upheld(reason, decisionReason);
            case REFUSED -> new Recusal.Refused(reason, decisionReason);
        };
    }
}
