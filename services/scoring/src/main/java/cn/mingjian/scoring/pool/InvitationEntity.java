package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.score.Party;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "invitation")
class InvitationEntity {

    enum Answer {
        ACCEPTED,
        DECLINED
    }

    @Embeddable
    record Key(String evaluation, String evaluator) {}

    @EmbeddedId
    Key key;

    String account;

    @Enumerated(EnumType.STRING)
    Party party;

    String message;

    @Column(name = "invited_by")
    String invitedBy;

    @Column(name = "invited_at")
    Instant invitedAt;

    @Enumerated(EnumType.STRING)
    Answer answer;

    String reason;

    @Column(name = "answered_at")
    Instant answeredAt;

    Invitation toInvitation() {
        return new Invitation(
                key.evaluation(),
                key.evaluator(),
                account,
                party,
                message,
                invitedAt,
                answer == null ? "INVITED" : answer.name(),
                reason,
                answeredAt);
    }
}
