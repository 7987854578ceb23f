package cn.mingjian.scoring.result;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> evidence;

    @Column(name = "raised_by")
    String raisedBy;

    @Column(name = "heard_on")
    LocalDate heardOn;

    String statement;

    @Column(name = "heard_by")
    String heardBy;

    @Column(name = "heard_at")
    Instant heardAt;

    Boolean upheld;

    @Column(name = "decision_reason")
    String decisionReason;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    static VetoEntity of(String evaluation, Veto.Allegation allegation, String account) {
        VetoEntity entity = new VetoEntity();
        entity.evaluation = evaluation;
        entity.number = allegation.number();
        entity.title = allegation.title();
        entity.reason = allegation.reason();
        entity.evidence = allegation.evidence();
        entity.raisedBy = account;
        return entity;
    }

    void hear(Veto.Hearing hearing, String account, Instant now) {
        heardOn = hearing.heldOn();
        statement = hearing.statement();
        heardBy = account;
        heardAt = now;
    }

    void decide(boolean isUpheld, String because, String account, Instant now) {
        upheld = isUpheld;
        decisionReason = because;
        decidedBy = account;
        decidedAt = now;
    }

    Veto toVeto() {
        Veto.Allegation allegation = new Veto.Allegation(number, title, reason, evidence);
        Optional<Veto.Hearing> hearing = Optional.ofNullable(heardOn).map(day -> new Veto.Hearing(day, statement));
        if (upheld == null) {
            return new Veto.Raised(allegation, hearing);
        }
        return upheld
                ? new Veto.Upheld(allegation, hearing, decisionReason)
                : new Veto.Refused(allegation, hearing, decisionReason);
    }
}
