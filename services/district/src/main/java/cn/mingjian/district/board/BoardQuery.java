package cn.mingjian.district.board;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a board are asked for; null asks for all.
 *
 * @param year of the report's date
 * @param text part of the round's title or of the station's name, or the station's code
 */
record BoardQuery(
        @QueryParam("phase") @Nullable String phase,
        @QueryParam("stage") @Nullable String stage,
        @QueryParam("town") @Nullable String town,
        @QueryParam("station") @Nullable String station,
        @QueryParam("grade") @Nullable String grade,
        @QueryParam("alert") @Nullable String alert,
        @QueryParam("year") @Nullable String year,
        @QueryParam("text") @Nullable String text) {

    private static final int LONGEST_PAGE = 200;
    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_TEXT = 100;

    /** The phases of an evaluation. */
    enum Phase {
        PREPARING,
        SCORING,
        FEEDBACK,
        CLOSED,
        CANCELLED
    }

    /** The stages of an evaluation. */
    enum Stage {
        MIDTERM,
        FINAL
    }

    /** What may be amiss with a round. */
    enum Alert {
        /** A party has not submitted in time; told to accounts that do not score the round. */
        OVERDUE,
        /** The day of the report has passed and the round is not closed. */
        REPORT_LATE,
        /** Closed, and its report is not issued. */
        NOT_ISSUED,
        /** The total is below that of the station's round before. */
        DECLINED
    }

    /** Ends the request with everything that is wrong with what was asked. */
    void check() {
        Refusals refusals = new Refusals();
        check(refusals);
        refusals.throwIfAny();
    }

    /** As {@link #check()}, together with how many entries a page is to have; answers that. */
    int checkedLimit(@Nullable String limit) {
        Refusals refusals = new Refusals();
        check(refusals);
        if (limit != null && !(limit.matches("[1-9]\\d{0,2}") && Integer.parseInt(limit) <= LONGEST_PAGE)) {
            refusals.add(CommonProblem.INVALID_FIELD, "limit", "每页 1 至 %d 条，收到 %s".formatted(LONGEST_PAGE, limit));
        }
        refusals.throwIfAny();
        return limit == null ? USUAL_PAGE : Integer.parseInt(limit);
    }

    private void check(Refusals refusals) {
        requireOneOf(refusals, "phase", phase, names(Phase.values()));
        requireOneOf(refusals, "stage", stage, names(Stage.values()));
        requireOneOf(refusals, "alert", alert, names(Alert.values()));
        requireText(refusals, "town", town);
        requireText(refusals, "station", station);
        requireText(refusals, "grade", grade);
        requireText(refusals, "text", text);
        if (year != null && !year.matches("[12]\\d{3}")) {
            refusals.add(CommonProblem.INVALID_FIELD, "year", "应为四位年份，收到 " + year);
        }
    }

    private static void requireText(Refusals refusals, String parameter, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0)) {
            refusals.add(CommonProblem.INVALID_FIELD, parameter, "应为 1 至 %d 个字".formatted(LONGEST_TEXT));
        }
    }

    private static String[] names(Enum<?>[] known) {
        return Stream.of(known).map(Enum::name).toArray(String[]::new);
    }

    private static void requireOneOf(Refusals refusals, String parameter, @Nullable String value, String[] known) {
        if (value != null && !Arrays.asList(known).contains(value)) {
            refusals.add(
                    CommonProblem.INVALID_FIELD, parameter, "未知的取值 %s，应为 %s".formatted(value, Arrays.toString(known)));
        }
    }
}
