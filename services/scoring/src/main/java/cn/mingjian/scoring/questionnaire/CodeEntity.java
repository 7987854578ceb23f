package cn.mingjian.scoring.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A code with its answer, null until there is one. */
@Entity
@Table(name = "questionnaire_code")
class CodeEntity {

    enum Channel {
        ONLINE,
        PHONE
    }

    @Id
    String code;

    String evaluation;

    String respondents;

    /** From 1 within the respondents, as printed. */
    int number;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Integer score;

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "answered_at")
    Instant answeredAt;

    static CodeEntity of(String code, String evaluation, String respondents, int number) {
        CodeEntity entity = new CodeEntity();
        entity.code = code;
        entity.evaluation = evaluation;
        entity.respondents = respondents;
        entity.number = number;
        return entity;
    }
}
