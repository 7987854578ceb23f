package cn.mingjian.scoring.sheet;

import java.time.Instant;
import java.util.List;

/**
 * A sheet as kept, in the rubric's order.
 *
 * @param revision one more each time it is written; the ETag that a draft may be written back with
 * @param state DRAFT or SUBMITTED
 */
public record ScoreSheetView(
        String evaluator,
        String party,
        int version,
        int revision,
        String state,
        Instant submittedAt,
        List<ScoreSheetDocument.ScoreDocument> scores) {

    static ScoreSheetView of(ScoreSheetService.Shown shown) {
        ScoreSheet sheet = shown.sheet();
        return new ScoreSheetView(
                sheet.evaluator(),
                shown.party().name(),
                sheet.version(),
                shown.revision(),
                switch (sheet) {
                    case ScoreSheet.Draft draft -> "DRAFT";
                    case ScoreSheet.Submitted submitted -> "SUBMITTED";
                },
                sheet instanceof ScoreSheet.Submitted submitted ? submitted.at() : null,
                shown.order().stream()
                        .filter(sheet.entries()::containsKey)
                        .map(item -> line(item, sheet.entries().get(item)))
                        .toList());
    }

    private static ScoreSheetDocument.ScoreDocument line(String item, ScoreSheet.Entry entry) {
        return new ScoreSheetDocument.ScoreDocument(item, entry.score().text(), entry.comment(), entry.evidence());
    }
}
