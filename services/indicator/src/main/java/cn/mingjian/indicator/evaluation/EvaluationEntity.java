package cn.mingjian.indicator.evaluation;

import cn.mingjian.indicator.completion.EvidenceWindow;
import cn.mingjian.indicator.completion.ReviewBacklog;
import cn.mingjian.platform.caller.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** The row of one evaluation. */
@Entity
@Table(name = "evaluation")
@NullUnmarked
class EvaluationEntity {
    @Id
    String code;

    String station;
    String agreement;

    @Column(name = "agreement_version")
    int agreementVersion;

    @Column(name = "window_from")
    LocalDate windowFrom;

    @Column(name = "window_to")
    LocalDate windowTo;

    @Column(name = "on_site")
    LocalDate onSite;

    @Column(name = "review_within_days")
    int reviewWithinDays;

    @Column(name = "records_expected")
    boolean recordsExpected;

    @Column(name = "frozen_achievement")
    Integer frozenAchievement;

    @Column(name = "frozen_declared")
    Integer frozenDeclared;

    @Column(name = "frozen_resources")
    Integer frozenResources;

    @Column(name = "frozen_at")
    Instant frozenAt;

    void take(Evaluation evaluation) {
        station = evaluation.station().path();
        agreement = evaluation.agreement();
        agreementVersion = evaluation.agreementVersion();
        windowFrom = evaluation.window().from();
        windowTo = evaluation.window().to();
        onSite = evaluation.backlog().onSite();
        reviewWithinDays = evaluation.backlog().reviewWithinDays();
        recordsExpected = evaluation.recordsExpected();
    }

    void freeze(FrozenEvidence versions) {
        frozenAchievement = versions.achievementVersion();
        frozenDeclared = versions.declaredVersion();
        frozenResources = versions.resourcesVersion();
        frozenAt = versions.at();
    }

    Evaluation toEvaluation() {
        return new Evaluation(
                code,
                Place.parse(station),
                agreement,
                agreementVersion,
                new EvidenceWindow(windowFrom, windowTo),
                new ReviewBacklog(onSite, reviewWithinDays),
                recordsExpected,
                Optional.ofNullable(frozenAchievement)
                        .map(version -> new FrozenEvidence(version, frozenDeclared, frozenResources, frozenAt)));
    }
}
