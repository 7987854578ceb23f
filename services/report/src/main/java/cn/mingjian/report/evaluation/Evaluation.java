package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Place;
import java.util.Optional;
import java.util.Set;

/**
 * An evaluation as this service knows it.
 *
 * @param recused accounts that were on its panel and no longer are
 */
public record Evaluation(
        String code,
        Place place,
        Phase phase,
        Optional<Snapshot> snapshot,
        Optional<Integer> resultVersion,
        Set<String> recused) {

    /** The versions of the evidence that were frozen. */
    public record Snapshot(int achievementVersion, int staffingVersion) {}
}
