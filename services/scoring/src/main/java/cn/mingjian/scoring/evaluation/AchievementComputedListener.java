package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Learns of the newest version of the achievement figures, to refuse freezing an older one. */
@ApplicationScoped
class AchievementComputedListener implements EventListener<AchievementComputedListener.AchievementComputed> {

    record AchievementComputed(String evaluation, int version) {}

    private final Evaluations evaluations;

    AchievementComputedListener(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public String topic() {
        return "indicator.achievement";
    }

    @Override
    public String type() {
        return "cn.mingjian.indicator.AchievementComputed.v1";
    }

    @Override
    public Class<AchievementComputed> payload() {
        return AchievementComputed.class;
    }

    @Override
    public Outcome on(Event<AchievementComputed> event) {
        AchievementComputed computed = event.payload();
        EvaluationEntity evaluation = evaluations.findById(computed.evaluation(), LockModeType.PESSIMISTIC_WRITE);
        if (evaluation == null) {
            return Outcome.waitsFor("evaluation " + computed.evaluation());
        }
        evaluations.achievementIs(evaluation, computed.version());
        return Outcome.applied();
    }
}
