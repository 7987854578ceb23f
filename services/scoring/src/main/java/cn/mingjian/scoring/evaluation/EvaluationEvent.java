package cn.mingjian.scoring.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What this feature tells others. */
sealed interface EvaluationEvent {

    String TOPIC = "scoring.evaluation";

    /** A round was opened; the whole document that pins its window and policy. */
    record EvaluationOpened(String code, @JsonUnwrapped Opening opening) implements EvaluationEvent {}

    /** A round reached its next phase. */
    record PhaseChanged(String evaluation, String district, String station, Phase.Name phase)
            implements EvaluationEvent {}

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }
}
