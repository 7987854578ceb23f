package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;

@Entity
@Table(name = "evaluation")
class EvaluationEntity {

    @Id
    String code;

    String district;

    String station;

    @Enumerated(EnumType.STRING)
    Phase.Name phase;

    @Column(name = "achievement_heard")
    Integer achievementHeard;

    @Column(name = "staffing_heard")
    Integer staffingHeard;

    @Column(name = "achievement_frozen")
    Integer achievementFrozen;

    @Column(name = "staffing_frozen")
    Integer staffingFrozen;

    @Column(name = "rubric_frozen")
    Integer rubricFrozen;

    @Column(name = "satisfaction_frozen")
    Integer satisfactionFrozen;

    @Column(name = "result_version")
    Integer resultVersion;

    @Column(name = "cancelled_because")
    String cancelledBecause;

    @Column(name = "opened_by")
    String openedBy;

    static EvaluationEntity of(String code, Opening opening, String account) {
        EvaluationEntity entity = new EvaluationEntity();
        entity.code = code;
        entity.district = opening.district();
        entity.station = opening.station();
        entity.phase = Phase.Name.PREPARING;
        entity.openedBy = account;
        return entity;
    }

    void enter(Phase next) {
        phase = next.name();
        next.evidence().ifPresent(snapshot -> {
            achievementFrozen = snapshot.achievementVersion();
            staffingFrozen = snapshot.staffingVersion();
            rubricFrozen = snapshot.rubricVersion();
            satisfactionFrozen = snapshot.satisfactionVersion().orElse(null);
        });
        if (next instanceof Phase.Cancelled(String reason, var evidence)) {
            cancelledBecause = reason;
        }
    }

    Evaluation toEvaluation(Opening opening, Set<Party> submitted) {
        return new Evaluation(
                code,
                opening,
                toPhase(submitted),
                Optional.ofNullable(achievementHeard),
                Optional.ofNullable(staffingHeard),
                Optional.ofNullable(resultVersion));
    }

    private Phase toPhase(Set<Party> submitted) {
        return switch (phase) {
            case PREPARING -> new Phase.Preparing();
            case SCORING -> new Phase.Scoring(snapshot(), submitted);
            case FEEDBACK -> new Phase.Feedback(snapshot());
            case CLOSED -> new Phase.Closed(snapshot());
            case CANCELLED ->
                new Phase.Cancelled(
                        cancelledBecause, achievementFrozen == null ? Optional.empty() : Optional.of(snapshot()));
        };
    }

    private EvidenceSnapshot snapshot() {
        return new EvidenceSnapshot(
                achievementFrozen, staffingFrozen, rubricFrozen, Optional.ofNullable(satisfactionFrozen));
    }
}
