package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Place;
import java.util.Optional;

/** An evaluation as this service knows it. */
public record Evaluation(
        String code, Place place, Phase phase, Optional<Snapshot> snapshot, Optional<Integer> resultVersion) {

    /** The versions of the evidence that were frozen. */
    public record Snapshot(int achievementVersion, int staffingVersion) {}
}
