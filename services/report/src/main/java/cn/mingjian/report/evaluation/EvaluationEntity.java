package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "evaluation")
class EvaluationEntity {

    @Id
    String code;

    String district;

    String station;

    @Enumerated(EnumType.STRING)
    Phase phase;

    @Column(name = "achievement_frozen")
    Integer achievementFrozen;

    @Column(name = "staffing_frozen")
    Integer staffingFrozen;

    @Column(name = "result_version")
    Integer resultVersion;

    @Column(name = "feedback_concluded_at")
    Instant feedbackConcludedAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> recused = List.of();

    static EvaluationEntity of(String code, String district, String station) {
        EvaluationEntity entity = new EvaluationEntity();
        entity.code = code;
        entity.district = district;
        entity.station = station;
        entity.phase = Phase.PREPARING;
        return entity;
    }

    Evaluation toEvaluation() {
        return new Evaluation(
                code,
                Place.station(district, station),
                phase,
                Optional.ofNullable(achievementFrozen)
                        .map(achievement -> new Evaluation.Snapshot(achievement, staffingFrozen)),
                Optional.ofNullable(resultVersion),
                Optional.ofNullable(feedbackConcludedAt),
                Set.copyOf(recused));
    }
}
