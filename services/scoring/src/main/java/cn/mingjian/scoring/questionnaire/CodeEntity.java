package cn.mingjian.scoring.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A code, known by its number, with its answer, null until there is one. */
@Entity
@Table(name = "questionnaire_code")
class CodeEntity {

    enum Channel {
        ONLINE,
        PHONE
    }

    /** @param number from 1 within the respondents, as printed */
    @Embeddable
    record Key(String evaluation, String respondents, int number) {}

    @EmbeddedId
    Key key;

    /** From 1 within the evaluation; null with {@code hash} until the code is printed. */
    Integer print;

    String hash;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Integer score;

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "answered_at")
    Instant answeredAt;

    static CodeEntity of(String evaluation, String respondents, int number) {
        CodeEntity entity = new CodeEntity();
        entity.key = new Key(evaluation, respondents, number);
        return entity;
    }

    boolean isAnswered() {
        return score != null;
    }
}
