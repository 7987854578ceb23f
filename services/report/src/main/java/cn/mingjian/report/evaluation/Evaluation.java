package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Place;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An evaluation as this service knows it.
 *
 * @param feedbackConcluded since when nothing more is said of the draft
 * @param recused accounts that were on its panel and did not take part to the end
 */
public record Evaluation(
        String code,
        Place place,
        Phase phase,
        Optional<Snapshot> snapshot,
        Optional<Integer> resultVersion,
        Optional<Instant> feedbackConcluded,
        Set<String> recused) {

    /** The versions of the evidence that were frozen. */
    public record Snapshot(int achievementVersion, int staffingVersion) {}
}
