package cn.mingjian.district.board;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a board are asked for.
 *
 * @param text part of the round's title or of the station's name, or the station's code
 */
record BoardQuery(
        @Nullable String phase,
        @Nullable String stage,
        @Nullable String town,
        @Nullable String text,
        BoardCursor after,
        int limit) {

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

    static BoardQuery parse(
            @Nullable String phase,
            @Nullable String stage,
            @Nullable String town,
            @Nullable String text,
            @Nullable String after,
            @Nullable String limit) {
        var refusals = new Refusals();
        requireOneOf(refusals, "phase", phase, Phase.values());
        requireOneOf(refusals, "stage", stage, Stage.values());
        if (limit != null && !(limit.matches("[1-9]\\d{0,2}") && Integer.parseInt(limit) <= LONGEST_PAGE)) {
            refusals.add(CommonProblem.INVALID_FIELD, "limit", "每页 1 至 %d 条，收到 %s".formatted(LONGEST_PAGE, limit));
        }
        requireText(refusals, "town", town);
        requireText(refusals, "text", text);
        refusals.throwIfAny();
        return new BoardQuery(
                phase,
                stage,
                town,
                text,
                after == null ? BoardCursor.START : BoardCursor.parse(after),
                limit == null ? USUAL_PAGE : Integer.parseInt(limit));
    }

    private static void requireText(Refusals refusals, String parameter, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0)) {
            refusals.add(CommonProblem.INVALID_FIELD, parameter, "应为 1 至 %d 个字".formatted(LONGEST_TEXT));
        }
    }

    private static void requireOneOf(Refusals refusals, String parameter, @Nullable String value, Enum<?>[] known) {
        if (value != null && Arrays.stream(known).map(Enum::name).noneMatch(value::equals)) {
            refusals.add(
                    CommonProblem.INVALID_FIELD, parameter, "未知的取值 %s，应为 %s".formatted(value, Arrays.toString(known)));
        }
    }
}
