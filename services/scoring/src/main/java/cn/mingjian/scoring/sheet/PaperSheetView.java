package cn.mingjian.scoring.sheet;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A sheet on paper.
 *
 * @param enteredBy evaluator who typed it in; null for an account that has left the panel
 * @param confirmedBy evaluator who compared it with the scan; null until then
 */
public record PaperSheetView(
        LocalDate occurredOn,
        String scan,
        String enteredBy,
        Instant enteredAt,
        String confirmedBy,
        Instant confirmedAt,
        ScoreSheetView sheet) {

    static PaperSheetView of(PaperSheetService.Shown shown) {
        PaperSheetEntity paper = shown.paper();
        return new PaperSheetView(
                paper.occurredOn,
                paper.scan,
                shown.evaluators().get(paper.enteredBy),
                paper.enteredAt,
                paper.confirmedBy == null ? null : shown.evaluators().get(paper.confirmedBy),
                paper.confirmedAt,
                ScoreSheetView.of(shown.sheet()));
    }
}
