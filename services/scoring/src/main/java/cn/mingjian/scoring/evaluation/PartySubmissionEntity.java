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
@Table(name = "party_submission")
class PartySubmissionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    @Enumerated(EnumType.STRING)
    Party party;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "submitted_at")
    Instant submittedAt;

    /** Null while it stands. */
    @Column(name = "reopened_by")
    String reopenedBy;

    @Column(name = "reopened_at")
    Instant reopenedAt;

    static PartySubmissionEntity of(String evaluation, Party party, String account, Instant now) {
        PartySubmissionEntity entity = new PartySubmissionEntity();
        entity.evaluation = evaluation;
        entity.party = party;
        entity.submittedBy = account;
        entity.submittedAt = now;
        return entity;
    }
}
