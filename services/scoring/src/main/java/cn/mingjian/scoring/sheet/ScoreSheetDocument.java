package cn.mingjian.scoring.sheet;

import java.util.List;

/** A sheet as it is sent. */
public record ScoreSheetDocument(List<ScoreDocument> scores) {

    /**
     * One line.
     *
     * @param score points or NA
     */
    public record ScoreDocument(String item, String score, String comment) {}
}
