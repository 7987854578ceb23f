package cn.mingjian.scoring.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "phase_change")
class PhaseChangeEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    @Enumerated(EnumType.STRING)
    Phase.Name phase;

    String reason;

    @Column(name = "entered_by")
    String enteredBy;

    static PhaseChangeEntity of(String evaluation, Phase phase, String account) {
        PhaseChangeEntity entity = new PhaseChangeEntity();
        entity.evaluation = evaluation;
        entity.phase = phase.name();
        entity.reason = phase instanceof Phase.Cancelled(String reason, var evidence) ? reason : null;
        entity.enteredBy = account;
        return entity;
    }
}
