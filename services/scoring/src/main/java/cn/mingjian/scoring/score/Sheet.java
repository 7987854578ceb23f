package cn.mingjian.scoring.score;

import java.util.Map;

/** One eligible evaluator's submitted scores by item code. */
public record Sheet(String evaluator, int version, Map<String, Score> scores) {

    public Sheet {
        scores = Map.copyOf(scores);
    }
}
