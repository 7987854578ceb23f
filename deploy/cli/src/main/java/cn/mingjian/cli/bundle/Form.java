package cn.mingjian.cli.bundle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a single value has to look like, whichever kind of file it stands in. Empty values never get here. */
@FunctionalInterface
interface Form {

    /** What is wrong with a value; nothing when it is fine. */
    Optional<String> fault(String value);

    /** Any words. */
    Form TEXT = value -> Optional.empty();

    /** A code that becomes part of addresses and of the paths of rights. */
    Form CODE = matching("[a-z0-9-]+", "只能由小写字母、数字和连字符组成");

    /** A figure: plain digits with an optional fraction. */
    Form FIGURE = matching("[0-9]+(\\.[0-9]+)?", "应为不带符号、指数和分隔符的数");

    /** A count. */
    Form WHOLE = matching("[0-9]{1,9}", "应为不超过九位的整数");

    /** true or false. */
    Form FLAG = matching("true|false", "应为 true 或 false");

    /** Values separated by bars, none of them empty. */
    Form BARRED = value -> {
        boolean gap = Pattern.compile("\\|").splitAsStream(value + "|.").anyMatch(String::isBlank);
        return gap ? Optional.of("竖线之间不能为空") : Optional.empty();
    };

    /** A day that exists. */
    Form DATE = parsing(strict("uuuu-MM-dd"), LocalDate::from, "应为存在的日期（如 2024-05-31）");

    /** A month. */
    Form MONTH = parsing(strict("uuuu-MM"), YearMonth::from, "应为月份（如 2024-05）");

    /** An instant with its offset. */
    Form INSTANT = parsing(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT),
            OffsetDateTime::from,
            "应为带时区的时刻（如 2024-05-31T16:00:00+08:00）");

    /** A figure above nothing. */
    Form POSITIVE = FIGURE.and(value -> new BigDecimal(value).signum() > 0, "应大于 0");

    /** A score, or NA for an evaluator who leaves the item out. */
    Form SCORE = value -> value.equals("NA") ? Optional.empty() : FIGURE.fault(value);

    /** One of the given words. */
    static Form oneOf(String... words) {
        Set<String> known = new TreeSet<>(Set.of(words));
        return value -> known.contains(value)
                ? Optional.empty()
                : Optional.of("“%s”不在可选值之内（%s）".formatted(value, String.join("、", known)));
    }

    /** A word of a list that other parties may extend: capital letters and underscores. */
    Form WORD = matching("[A-Z]+(_[A-Z]+)*", "应为大写英文代码");

    /** A count between two bounds, both included. */
    static Form between(int from, int to) {
        return WHOLE.and(
                value -> Integer.parseInt(value) >= from && Integer.parseInt(value) <= to,
                "应在 %d 至 %d 之间".formatted(from, to));
    }

    private Form and(Predicate<String> holds, String message) {
        return value -> fault(value)
                .or(() -> holds.test(value) ? Optional.empty() : Optional.of("“%s”%s".formatted(value, message)));
    }

    private static Form matching(String pattern, String message) {
        Pattern compiled = Pattern.compile(pattern);
        return value ->
                compiled.matcher(value).matches() ? Optional.empty() : Optional.of("“%s”%s".formatted(value, message));
    }

    private static Form parsing(DateTimeFormatter format, TemporalQuery<?> query, String message) {
        return value -> {
            try {
                format.parse(value, query);
                return Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.of("“%s”%s".formatted(value, message));
            }
        };
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
