package cn.mingjian.scoring.calibration;

import cn.mingjian.scoring.sheet.ScoreSheetDocument;
import java.util.List;

/** What an evaluator gives the sample case, as it is sent. */
public record TrialDocument(List<TrialScore> scores) {

    /**
     * One line.
     *
     * @param score points or NA
     */
    public record TrialScore(String item, String score) {}

    ScoreSheetDocument lines() {
        return new ScoreSheetDocument(
                scores == null ? null : scores.stream().map(TrialDocument::line).toList());
    }

    private static ScoreSheetDocument.ScoreDocument line(TrialScore line) {
        return line == null ? null : new ScoreSheetDocument.ScoreDocument(line.item(), line.score(), null, null);
    }
}
