package cn.mingjian.scoring.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An evaluation as its participants see it: the opening document and where the round stands.
 *
 * @param achievementVersion the newest heard, the frozen one once evidence is frozen
 * @param resultVersion from FEEDBACK on; the operator learns of it only at the end
 */
public record EvaluationView(
        String code,
        @JsonUnwrapped Opening opening,
        String phase,
        Integer achievementVersion,
        Integer staffingVersion,
        ObjectionCount objections,
        Integer resultVersion,
        int version) {

    /** How many objections to the draft were raised and how many of them are decided. */
    public record ObjectionCount(int raised, int decided) {}

    static EvaluationView of(Standing standing, ObjectionCount objections) {
        Evaluation evaluation = standing.evaluation();
        boolean seesResults = standing.bureau() || !standing.operator() || evaluation.phase() instanceof Phase.Closed;
        return new EvaluationView(
                evaluation.code(),
                evaluation.opening(),
                evaluation.phase().name().name(),
                evaluation
                        .phase()
                        .evidence()
                        .map(EvidenceSnapshot::achievementVersion)
                        .or(evaluation::achievementHeard)
                        .orElse(null),
                evaluation
                        .phase()
                        .evidence()
                        .map(EvidenceSnapshot::staffingVersion)
                        .or(evaluation::staffingHeard)
                        .orElse(null),
                objections,
                seesResults ? evaluation.resultVersion().orElse(null) : null,
                1);
    }
}
