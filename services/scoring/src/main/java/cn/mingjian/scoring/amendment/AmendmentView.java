package cn.mingjian.scoring.amendment;

import cn.mingjian.scoring.sheet.ScoreSheet;
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
     * @param commentBefore what was said about the item, null for nothing, as is {@code comment}
     * @param evidenceBefore what the score rested on, as {@code evidence} is what it rests on now
     */
    public record Change(
            String item,
            String before,
            String after,
            String commentBefore,
            String comment,
            List<String> evidenceBefore,
            List<String> evidence) {

        static Change of(String item, ScoreSheet.Entry before, ScoreSheet.Entry after) {
            return new Change(
                    item,
                    before.score().text(),
                    after.score().text(),
                    before.comment(),
                    after.comment(),
                    before.evidence(),
                    after.evidence());
        }
    }
}
