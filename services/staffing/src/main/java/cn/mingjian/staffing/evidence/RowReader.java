package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.platform.problem.Refusals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row and notes what is wrong with each, by JSON pointer. */
final class RowReader {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Refusals refusals;
    private final String row;

    RowReader(Refusals refusals, String row) {
        this.refusals = refusals;
        this.row = row;
    }

    Optional<String> text(String field, @Nullable String value, int longest) {
        String filled = Text.orNull(value);
        if (filled == null) {
            return missing(field);
        }
        if (filled.length() > longest || filled.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            return malformed(field, "最多 %d 个字，且不含控制字符".formatted(longest));
        }
        return Optional.of(filled);
    }

    void optionalText(String field, @Nullable String value, int longest) {
        if (value != null) {
            text(field, value, longest);
        }
    }

    /** A worker's number: holds a digit, so that nobody enters a name here. */
    Optional<String> worker(String field, @Nullable String value) {
        Optional<String> number = text(field, value, 64);
        if (number.isPresent() && !DIGIT.matcher(number.get()).find()) {
            return malformed(field, "工号须含数字，不得填写姓名");
        }
        return number;
    }

    Optional<LocalDate> date(String field, @Nullable String value) {
        return value == null || value.isBlank() ? missing(field) : optionalDate(field, value);
    }

    Optional<LocalDate> optionalDate(String field, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return DATE.matcher(value).matches()
                    ? Optional.of(LocalDate.parse(value))
                    : malformed(field, "日期应为 2024-05-31 的形式，收到“%s”".formatted(value));
        } catch (DateTimeException noSuchDay) {
            return malformed(field, "没有“%s”这一天".formatted(value));
        }
    }

    Optional<YearMonth> month(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return missing(field);
        }
        try {
            return MONTH.matcher(value).matches()
                    ? Optional.of(YearMonth.parse(value))
                    : malformed(field, "月份应为 2024-05 的形式，收到“%s”".formatted(value));
        } catch (DateTimeException noSuchMonth) {
            return malformed(field, "没有“%s”这个月".formatted(value));
        }
    }

    <E extends Enum<E>> void code(String field, @Nullable String value, Class<E> codes) {
        if (value == null || value.isBlank()) {
            missing(field);
            return;
        }
        List<String> names =
                Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(value)) {
            refuse(
                    EvidenceProblem.CODE_UNKNOWN,
                    field,
                    "“%s”不是 %s 之一".formatted(value, names.stream().collect(Collectors.joining("、"))));
        }
    }

    void figure(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing(field);
            return;
        }
        try {
            Figures.parse(value);
        } catch (IllegalArgumentException noFigure) {
            malformed(field, "应为非负数字，收到“%s”".formatted(value));
        }
    }

    void count(String field, @Nullable Integer value) {
        if (value == null) {
            missing(field);
        } else if (value < 0) {
            malformed(field, "不能为负，收到 %d".formatted(value));
        }
    }

    void flag(String field, @Nullable Boolean value) {
        if (value == null) {
            missing(field);
        }
    }

    void refuse(EvidenceProblem problem, String field, String detail) {
        refusals.add(problem, row + "/" + field, detail);
    }

    private <T> Optional<T> missing(String field) {
        refuse(EvidenceProblem.FIELD_MISSING, field, "此项必填");
        return Optional.empty();
    }

    private <T> Optional<T> malformed(String field, String detail) {
        refuse(EvidenceProblem.VALUE_MALFORMED, field, detail);
        return Optional.empty();
    }
}
