package cn.mingjian.scoring.amendment;

import java.time.Instant;
import java.util.List;

/**
 * A correction with what it changed.
 *
 * @param number of the evaluator's corrections, from 1
 * @param sheetVersion the version of the sheet that it made
 */
public record AmendmentView(
        String evaluator,
        String party,
        int number,
        AmendmentDocument.ObjectionReference objection,
        String reason,
        int sheetVersion,
        Instant recordedAt,
        List<Change> changes) {

    /**
     * One line of the sheet.
     *
     * @param before points or NA, as is {@code after}
     * @param comment what is said about the item now
     */
    public record Change(String item, String before, String after, String comment) {}
}
