package cn.mingjian.scoring.history;

import java.time.Instant;
import java.util.List;

/** What has happened, oldest first. */
public record HistoryView(List<Entry> entries) {

    /**
     * One thing that happened.
     *
     * @param at when it was recorded
     * @param who an evaluator by its label and party, else the office
     * @param sentence what was done, without who did it
     */
    public record Entry(Instant at, String who, String sentence) {}
}
