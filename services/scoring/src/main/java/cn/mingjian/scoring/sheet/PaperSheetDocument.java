package cn.mingjian.scoring.sheet;

import java.util.List;

/**
 * A sheet on paper as it is typed in.
 *
 * @param occurredOn the day on which the evaluator signed it
 * @param scan digest of the attachment that shows it
 */
public record PaperSheetDocument(String occurredOn, String scan, List<ScoreSheetDocument.ScoreDocument> scores) {

    ScoreSheetDocument lines() {
        return new ScoreSheetDocument(scores);
    }
}
