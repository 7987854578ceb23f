package cn.mingjian.district.board;

import cn.mingjian.district.board.BoardListeners.PartyScore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation on a board; what is null is unknown. Total, grade and parties' scores are null until it is closed, and as far
 * as its policy does not publish them.
 *
 * @param station the station's code
 * @param indicators how many of the station's indicators have a target and a figure
 * @param certifiedRate in percent, as staffing prints it
 * @param retention in percent by the round's own formula, as staffing prints it
 * @param late the parties that have not submitted in time, told to accounts that do not score the round
 * @param previousTotal of the station's closed round before this one
 */
record BoardEntry(
        String evaluation,
        String station,
        @Nullable String stationName,
        @Nullable String town,
        String title,
        String stage,
        String phase,
        @Nullable LocalDate reportDate,
        @Nullable String total,
        @Nullable String grade,
        @Nullable Instant issuedAt,
        @Nullable Integer indicators,
        @Nullable Integer indicatorsMet,
        @Nullable Integer indicatorsExceeded,
        @Nullable Integer headcount,
        @Nullable String certifiedRate,
        @Nullable String retention,
        @Nullable String previousTotal,
        @Nullable String previousGrade,
        List<BoardQuery.Alert> alerts,
        List<String> late,
        @Nullable List<PartyScore> parties) {}
