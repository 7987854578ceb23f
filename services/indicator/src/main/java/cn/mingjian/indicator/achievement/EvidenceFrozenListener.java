package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.indicator.evaluation.FrozenEvidence;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Freezes an evaluation at the achievement that scoring saw, together with the evidence which that one was computed from. */
@ApplicationScoped
class EvidenceFrozenListener implements EventListener<EvidenceFrozenListener.EvidenceFrozen> {
    private final Evaluations evaluations;
    private final AchievementService achievements;

    EvidenceFrozenListener(Evaluations evaluations, AchievementService achievements) {
        this.evaluations = evaluations;
        this.achievements = achievements;
    }

    /** The part of scoring's event that this service needs. */
    record EvidenceFrozen(String evaluation, int achievementVersion) {}

    @Override
    public String topic() {
        return "scoring.evaluation";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.EvidenceFrozen.v1";
    }

    @Override
    public Class<EvidenceFrozen> payload() {
        return EvidenceFrozen.class;
    }

    @Override
    public Outcome on(Event<EvidenceFrozen> event) {
        var frozen = event.payload();
        if (evaluations.find(frozen.evaluation()).isEmpty()) {
            return Outcome.waitsFor("evaluation " + frozen.evaluation());
        }
        var evaluation = evaluations.lock(frozen.evaluation());
        if (!evaluation.isFrozen()) {
            var achievement = achievements
                    .version(evaluation, frozen.achievementVersion())
                    .orElseThrow(() -> new IllegalArgumentException("frozen at version %d of %s, which never was"
                            .formatted(frozen.achievementVersion(), frozen.evaluation())));
            var inputs = achievement.content().inputs();
            evaluations.freeze(
                    evaluation.code(),
                    new FrozenEvidence(
                            achievement.version(),
                            inputs.declaredVersion(),
                            inputs.resourcesVersion(),
                            achievement.recordedAt()));
        }
        return Outcome.applied();
    }
}
