package cn.mingjian.scoring.sheet;

import java.util.List;

/** A sheet as it is sent. */
public record ScoreSheetDocument(List<ScoreDocument> scores) {

    /**
     * One line.
     *
     * @param score points or NA
     * @param evidence what the score rests on: {@code attachment:DIGEST}, {@code preparation-notice}, {@code self-assessment},
     *     {@code visit-plan}, {@code satisfaction}, {@code site-check:SITE}, {@code sample:SAMPLE}, {@code file-check:SAMPLE/POSITION}
     *     or {@code interview:NUMBER}; null for nothing
     */
    public record ScoreDocument(String item, String score, String comment, List<String> evidence) {}
}
