package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.score.Score;
import cn.mingjian.scoring.score.Sheet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One evaluator's sheet. */
public sealed interface ScoreSheet {

    String evaluator();

    int version();

    Map<String, Entry> entries();

    /**
     * What is said about one item.
     *
     * @param comment null when there is none
     * @param evidence what the score rests on, see {@link Citations}
     */
    record Entry(Score score, String comment, List<String> evidence) {}

    /** Still being filled in; only its author sees it. */
    record Draft(String evaluator, int version, Map<String, Entry> entries) implements ScoreSheet {}

    /** Final: what it says never changes. */
    record Submitted(String evaluator, int version, Map<String, Entry> entries, Instant at) implements ScoreSheet {

        /** Its scores, as the rules take them. */
        public Sheet scores() {
            Map<String, Score> scores = new LinkedHashMap<>();
            entries.forEach((item, entry) -> scores.put(item, entry.score()));
            return new Sheet(evaluator, version, scores);
        }
    }
}
