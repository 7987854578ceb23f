package cn.mingjian.scoring.amendment;

import cn.mingjian.scoring.sheet.ScoreSheetDocument;
import java.util.List;

/**
 * A correction as it is sent.
 *
 * @param objection the upheld objection that it answers
 * @param scores the lines that change, each other than before
 */
public record AmendmentDocument(
        ObjectionReference objection, String reason, List<ScoreSheetDocument.ScoreDocument> scores) {

    /** An objection to the draft: whose, and which of them. */
    public record ObjectionReference(String from, Integer number) {}
}
