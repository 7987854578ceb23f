package cn.mingjian.report.feedback;

import cn.mingjian.report.evaluation.Party;
import cn.mingjian.report.source.FeedbackEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

@Entity
@Table(name = "feedback")
@IdClass(FeedbackEntity.Key.class)
class FeedbackEntity {

    @Id
    String evaluation;

    @Id
    @Enumerated(EnumType.STRING)
    Voice source;

    @Id
    int number;

    @Column(name = "given_on")
    LocalDate givenOn;

    String outcome;

    String text;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    Instant recordedAt;

    String decision;

    String reason;

    @Enumerated(EnumType.STRING)
    Party party;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    record Key(String evaluation, Voice source, int number) implements Serializable {}

    FeedbackEntry toEntry() {
        return new FeedbackEntry(
                source.name(), number, givenOn, outcome, text, decision, reason, party == null ? null : party.name());
    }
}
