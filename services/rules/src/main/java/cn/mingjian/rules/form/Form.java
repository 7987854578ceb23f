package cn.mingjian.rules.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a single value has to look like, whichever document or file it stands in. Empty values never get here. */
@FunctionalInterface
public interface Form {

    /** What is wrong with a value, in Chinese; nothing when it is fine. */
    Optional<String> fault(String value);

    /** Words of up to 2,000 characters. */
    Form TEXT = words(2_000);

    /** What somebody or something is called: up to 200 characters. */
    Form NAME = words(200);

    /** A statement or a reason: up to 20,000 characters. */
    Form PROSE = words(20_000);

    /** A code of the parties' own: one line of up to 200 characters. */
    Form KEY = NAME.and(value -> value.chars().noneMatch(Character::isISOControl), "不能含换行或制表符");

    /** A code that becomes part of addresses and of the paths of rights. */
    Form CODE = matching("[a-z0-9-]{1,64}", "只能由小写字母、数字和连字符组成，最多 64 个字符");

    /** A short name that becomes part of addresses. */
    Form SEGMENT = matching("[A-Za-z0-9][A-Za-z0-9.-]{0,31}", "只能由字母、数字、点和连字符组成，最多 32 个字符");

    /** The code of a district or a station: as a role's name it would be a place and a right at once. */
    Form PLACE = CODE.and(
            value -> !Set.of(
                            "installer",
                            "bureau",
                            "platform",
                            "operator",
                            "third-party",
                            "supervisory-center",
                            "purchaser",
                            "supervisor")
                    .contains(value),
            "是角色名称，不能用作编码");

    /** A worker's number: holds a digit, so that nobody enters a name here. */
    Form WORKER = KEY.and(value -> value.length() <= 64, "最多 64 个字符")
            .and(value -> value.chars().anyMatch(c -> c >= '0' && c <= '9'), "须含数字，不得填写姓名");

    /** An evaluator's code: becomes part of addresses and account names. */
    Form EVALUATOR = KEY.and(value -> value.length() <= 100, "最多 100 个字符")
            .and(value -> value.matches("[^/\\\\]*[^./\\\\][^/\\\\]*"), "不能含斜线，也不能只有点");

    /** A figure: plain digits with an optional fraction, up to 18 digits a side. */
    Form FIGURE = matching("[0-9]{1,18}(\\.[0-9]{1,18})?", "应为不带符号、指数和分隔符的数，小数点前后各不超过十八位");

    /** A figure above nothing. */
    Form POSITIVE = FIGURE.and(value -> new BigDecimal(value).signum() > 0, "应大于 0");

    /** A score, or NA for an evaluator who leaves the item out. */
    Form SCORE = value -> value.equals("NA") ? Optional.empty() : FIGURE.fault(value);

    /** A count. */
    Form WHOLE = matching("[0-9]{1,9}", "应为不超过九位的整数");

    /** true or false. */
    Form FLAG = matching("true|false", "应为 true 或 false");

    /** Words separated by bars, none of them empty. */
    Form BARRED = value -> Pattern.compile("\\|")
            .splitAsStream(value + "|.")
            .map(part -> part.isBlank() ? Optional.of("竖线之间不能为空") : TEXT.fault(part))
            .flatMap(Optional::stream)
            .findFirst();

    /** A day that exists, in the years that every service can keep. */
    Form DATE = matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "应为存在的日期（如 2024-05-31）")
            .andThen(parsing(strict("uuuu-MM-dd"), LocalDate::from, "应为存在的日期（如 2024-05-31）"));

    /** A month. */
    Form MONTH = matching("[0-9]{4}-[0-9]{2}", "应为月份（如 2024-05）")
            .andThen(parsing(strict("uuuu-MM"), YearMonth::from, "应为月份（如 2024-05）"));

    /** An instant with its offset. */
    Form INSTANT = parsing(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT),
            OffsetDateTime::from,
            "应为带时区的时刻（如 2024-05-31T16:00:00+08:00）");

    /** A word of a list that other parties may extend: capital letters and underscores. */
    Form WORD = matching("(?=.{1,64}$)[A-Z]+(_[A-Z]+)*", "应为大写英文代码");

    /** One of the given words. */
    static Form oneOf(String... words) {
        return new OneOf(Set.of(words));
    }

    /** A count between two bounds, both included. */
    static Form between(int from, int to) {
        return WHOLE.and(
                value -> Integer.parseInt(value) >= from && Integer.parseInt(value) <= to,
                "应在 %d 至 %d 之间".formatted(from, to));
    }

    /** A closed list of words. */
    record OneOf(Set<String> words) implements Form {
        @Override
        public Optional<String> fault(String value) {
            return words.contains(value)
                    ? Optional.empty()
                    : Optional.of("“%s”不在可选值之内（%s）".formatted(value, String.join("、", new TreeSet<>(words))));
        }
    }

    private Form and(Predicate<String> holds, String message) {
        return andThen(value -> holds.test(value) ? Optional.empty() : Optional.of("“%s”%s".formatted(value, message)));
    }

    private Form andThen(Form next) {
        return value -> fault(value).or(() -> next.fault(value));
    }

    private static Form words(int longest) {
        return value -> {
            if (value.length() > longest) {
                return Optional.of("不能超过 %d 个字符".formatted(longest));
            }
            if (value.codePoints().anyMatch(Form::isNoWord)) {
                return Optional.of("含有不可见的控制字符");
            }
            boolean unseen = !value.isBlank() && value.codePoints().allMatch(Form::isUnseen);
            return unseen ? Optional.of("没有可见的文字") : Optional.empty();
        };
    }

    private static boolean isNoWord(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t'
                || Character.getType(codePoint) == Character.SURROGATE
                || turnsWriting(codePoint)
                || isNoCharacter(codePoint);
    }

    /** A space of any kind, or what joins and separates letters. */
    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** U+202A to U+202E and U+2066 to U+2069 show what follows in another order than it is kept: a file's ending, a name. */
    private static boolean turnsWriting(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    /** What Unicode will never assign; the editions of a report are XML, which forbids U+FFFE and U+FFFF. */
    private static boolean isNoCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }

    private static Form matching(String pattern, String message) {
        Pattern compiled = Pattern.compile(pattern);
        return value ->
                compiled.matcher(value).matches() ? Optional.empty() : Optional.of("“%s”%s".formatted(value, message));
    }

    private static Form parsing(
            DateTimeFormatter format, TemporalQuery<? extends TemporalAccessor> query, String message) {
        return value -> {
            try {
                int year = format.parse(value, query).get(ChronoField.YEAR);
                return year >= 1000 && year <= 9000 ? Optional.empty() : Optional.of("“%s”年份超出范围".formatted(value));
            } catch (DateTimeParseException e) {
                return Optional.of("“%s”%s".formatted(value, message));
            }
        };
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
