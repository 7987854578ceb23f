package cn.mingjian.district.form;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.number.Figures;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemType;
import cn.mingjian.platform.problem.Refusals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a document; a field that does not read is empty to the rules that follow. */
public final class Fields {
    private static final int LONGEST = 2_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Refusals refusals = new Refusals();
    private final Set<List<String>> taken = new HashSet<>();

    public Optional<String> text(String pointer, @Nullable String value) {
        return text(pointer, value, LONGEST);
    }

    public Optional<String> text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            wrong(pointer, "不能为空");
            return Optional.empty();
        }
        if (value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            wrong(pointer, "最多 %d 个字，且不含控制字符".formatted(longest));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    public void optionalText(String pointer, @Nullable String value) {
        if (value != null) {
            text(pointer, value);
        }
    }

    public Optional<String> code(String pointer, @Nullable String value) {
        Optional<String> text = text(pointer, value);
        text.filter(code -> !Place.isCode(code)).ifPresent(code -> wrong(pointer, "编码只能由小写字母、数字和连字符组成，收到 " + code));
        return text.filter(Place::isCode);
    }

    public Optional<LocalDate> date(String pointer, @Nullable String value) {
        Optional<String> text = text(pointer, value);
        try {
            if (text.isEmpty() || DATE.matcher(text.get()).matches()) {
                return text.map(LocalDate::parse);
            }
        } catch (DateTimeParseException noSuchDay) {
            // Told below: the form is right, the day does not exist.
        }
        wrong(pointer, "日期不存在或格式不是 YYYY-MM-DD，收到 " + value);
        return Optional.empty();
    }

    public void optionalMonth(String pointer, @Nullable String value) {
        try {
            if (value == null
                    || (MONTH.matcher(value).matches() && YearMonth.parse(value).getYear() > 0)) {
                return;
            }
        } catch (DateTimeParseException noSuchMonth) {
            // Told below: the form is right, the month does not exist.
        }
        wrong(pointer, "月份不存在或格式不是 YYYY-MM，收到 " + value);
    }

    public void figure(String pointer, @Nullable String value) {
        try {
            text(pointer, value).ifPresent(Figures::parse);
        } catch (IllegalArgumentException noFigure) {
            wrong(pointer, "应为不带符号的数字，收到 " + value);
        }
    }

    public void count(String pointer, @Nullable Integer value) {
        if (value == null) {
            wrong(pointer, "不能为空");
        } else {
            optionalCount(pointer, value);
        }
    }

    public void optionalCount(String pointer, @Nullable Integer value) {
        if (value != null && value < 0) {
            wrong(pointer, "不能为负，收到 " + value);
        }
    }

    public <E extends Enum<E>> Optional<E> oneOf(Class<E> known, String pointer, @Nullable String value) {
        Optional<String> text = text(pointer, value);
        Optional<E> found = Arrays.stream(known.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (text.isPresent() && found.isEmpty()) {
            wrong(pointer, "未知的取值 %s，应为 %s".formatted(value, Arrays.toString(known.getEnumConstants())));
        }
        return found;
    }

    /** Visits the elements of a list that has to be there, with their pointers. */
    public <T> void each(String pointer, @Nullable List<@Nullable T> list, BiConsumer<String, T> visit) {
        if (list == null) {
            wrong(pointer, "不能为空");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/" + i;
            T element = list.get(i);
            if (element == null) {
                wrong(at, "不能为空");
            } else {
                visit.accept(at, element);
            }
        }
    }

    /** Refuses the second and every further use of a key within a list. */
    public void once(String pointer, String... key) {
        if (!taken.add(List.of(key))) {
            wrong(pointer, "重复：" + key[key.length - 1]);
        }
    }

    public void wrong(String pointer, String detail) {
        wrong(CommonProblem.INVALID_FIELD, pointer, detail);
    }

    public void wrong(ProblemType type, String pointer, String detail) {
        refusals.add(type, pointer, detail);
    }

    /** Ends the request with everything that is wrong, if anything is. */
    public void refuse() {
        refusals.throwIfAny();
    }
}
