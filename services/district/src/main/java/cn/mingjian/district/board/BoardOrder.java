package cn.mingjian.district.board;

import cn.mingjian.platform.problem.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order a board is read, and after which entry. What has no value comes last, whichever way it goes.
 *
 * @param after the value and the evaluation of the entry before; null before the first
 */
record BoardOrder(Key key, boolean descending, @Nullable After after) {

    private static final String BETWEEN = "/";

    /** What one can sort by, as it stands in the parameter; a minus before it turns the order round. */
    enum Key {
        STATION("station", "text", "station"),
        TOWN("town", "text", "town"),
        REPORT_DATE("reportDate", "date", "report_date"),
        TOTAL("total", "numeric", "total"),
        INDICATORS("indicatorsMet", "numeric", "indicators_met::numeric / nullif(indicators, 0)"),
        CERTIFIED("certifiedRate", "numeric", "certified_rate"),
        RETENTION("retention", "numeric", "retention");

        private final String parameter;
        private final String type;
        private final String expression;

        Key(String parameter, String type, String expression) {
            this.parameter = parameter;
            this.type = type;
            this.expression = expression;
        }

        /**
         * Never null, so that entries can be compared: past the last value where there is none. Texts that can be missing are
         * compared by code point, as other collations place U+FFFF where they like.
         */
        private String sorted(boolean descending) {
            return switch (this) {
                case STATION -> expression;
                case TOWN -> "coalesce(%s, %s) collate \"C\"".formatted(expression, descending ? "''" : "U&'\\FFFF'");
                default -> "coalesce(%s, '%sinfinity'::%s)".formatted(expression, descending ? "-" : "", type);
            };
        }

        private boolean reads(String value) {
            return switch (type) {
                case "numeric" -> value.matches("-?(\\d{1,40}(\\.\\d{1,40})?|Infinity)");
                case "date" -> value.matches("-?infinity") || isDay(value);
                default -> value.indexOf('\0') < 0;
            };
        }

        /** Whether the database reads it too, to which year 0 is none. */
        private static boolean isDay(String value) {
            try {
                int year = LocalDate.parse(value).getYear();
                return year > 0 && year < 10_000;
            } catch (DateTimeParseException noDay) {
                return false;
            }
        }
    }

    /** The entry before. */
    record After(String value, String evaluation) {}

    static BoardOrder parse(@Nullable String sort, @Nullable String after) {
        String wanted = sort == null ? Key.STATION.parameter : sort;
        boolean descending = wanted.startsWith("-");
        Key key = Arrays.stream(Key.values())
                .filter(each -> each.parameter.equals(descending ? wanted.substring(1) : wanted))
                .findFirst()
                .orElseThrow(() -> CommonProblem.INVALID_FIELD.because(
                        "sort 应为 %s 之一，前加 - 为倒序，收到 %s",
                        Arrays.stream(Key.values()).map(each -> each.parameter).collect(Collectors.joining("、")),
                        wanted));
        return new BoardOrder(key, descending, after == null ? null : read(key, descending, after));
    }

    /** What {@code after} has to say for the page behind an entry. */
    String next(String value, String evaluation) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, name(key, descending), evaluation, value)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A column of the value that is sorted by, as text. */
    String valueColumn() {
        return "(" + key.sorted(descending) + ")::text as sorted_by";
    }

    /** A condition with the two parameters of {@link #after}, value and evaluation. */
    Optional<String> condition() {
        return Optional.ofNullable(after).map(before -> "(%s, evaluation) %s (cast(? as %s), ?)"
                .formatted(key.sorted(descending), descending ? "<" : ">", key.type));
    }

    String orderBy() {
        String way = descending ? " desc" : "";
        return key.sorted(descending) + way + ", evaluation" + way;
    }

    private static String name(Key key, boolean descending) {
        return (descending ? "-" : "") + key.parameter;
    }

    private static After read(Key key, boolean descending, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, 3);
            if (parts.length == 3
                    && parts[0].equals(name(key, descending))
                    && parts[1].indexOf('\0') < 0
                    && key.reads(parts[2])) {
                return new After(parts[2], parts[1]);
            }
        } catch (IllegalArgumentException noBase64) {
            // Told below: it is none of our marks.
        }
        throw CommonProblem.INVALID_FIELD.because("after 不是同一排序的上一页给出的续页标记");
    }
}
