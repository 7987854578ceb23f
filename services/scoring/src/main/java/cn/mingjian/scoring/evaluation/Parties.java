package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;

/** Reads the names of parties in paths. */
public final class Parties {

    private Parties() {}

    /** The party of that name; ends the request when there is none. */
    public static Party named(String name) {
        return Party.of(name).orElseThrow(() -> EvaluationProblem.PARTY_UNKNOWN.because("未知的评估方 %s", name));
    }
}
