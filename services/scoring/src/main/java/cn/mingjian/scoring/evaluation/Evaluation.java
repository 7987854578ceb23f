package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.problem.ProblemException;
import java.util.Optional;

/**
 * One round as it stands.
 *
 * @param achievementHeard the newest version of the achievement that the indicator service has told of
 * @param staffingHeard the newest version of the staffing figures
 * @param resultVersion the newest result, from FEEDBACK on
 */
public record Evaluation(
        String code,
        Opening opening,
        Phase phase,
        Optional<Integer> achievementHeard,
        Optional<Integer> staffingHeard,
        Optional<Integer> resultVersion) {

    public Place place() {
        return opening.place();
    }

    Evaluation in(Phase next) {
        return new Evaluation(code, opening, next, achievementHeard, staffingHeard, resultVersion);
    }

    /** Refuses what the phase no longer, or not yet, allows; {@code what} completes "不能…". */
    public ProblemException tooLateOrEarly(String what) {
        return EvaluationProblem.PHASE_OVER.because(
                "评估处于“%s”阶段，不能%s", phase.name().title(), what);
    }
}
