package cn.mingjian.scoring.result;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "veto")
class VetoEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    int number;

    String title;

    String reason;

    @Column(name = "raised_by")
    String raisedBy;

    Boolean upheld;

    @Column(name = "decision_reason")
    String decisionReason;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    static VetoEntity of(String evaluation, int number, String title, String reason, String account) {
        VetoEntity entity = new VetoEntity();
        entity.evaluation = evaluation;
        entity.number = number;
        entity.title = title;
        entity.reason = reason;
        entity.raisedBy = account;
        return entity;
    }

    void decide(boolean isUpheld, String because, String account, Instant now) {
        upheld = isUpheld;
        decisionReason = because;
        decidedBy = account;
        decidedAt = now;
    }

    Veto toVeto() {
        if (upheld == null) {
            return new Veto.Raised(number, title, reason);
        }
        return upheld
                ? new Veto.Upheld(number, title, reason, decisionReason)
                : new Veto.Refused(number, title, reason, decisionReason);
    }
}
