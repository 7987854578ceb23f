package cn.mingjian.scoring.evaluation;

import java.util.Optional;

/**
 * The versions of the evidence that sheets, result and report cite, frozen when scoring opens.
 *
 * @param satisfactionVersion empty when no answers were recorded
 */
public record EvidenceSnapshot(
        int achievementVersion, int staffingVersion, int rubricVersion, Optional<Integer> satisfactionVersion) {

    public EvidenceSnapshot {
        if (achievementVersion < 1 || staffingVersion < 1 || rubricVersion < 1) {
            throw new IllegalArgumentException("frozen versions start at 1: " + achievementVersion + ", "
                    + staffingVersion + ", " + rubricVersion);
        }
    }
}
