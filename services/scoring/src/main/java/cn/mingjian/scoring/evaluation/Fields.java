package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemType;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.form.Field;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Reads the fields of a document that somebody sent and collects everything that is wrong with them, each with its JSON
 * pointer. A field that does not read is empty here and refused at the end: rules over several fields simply find
 * nothing to compare.
 */
public final class Fields {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Refusals refusals = new Refusals();
    private final Set<String> taken = new HashSet<>();

    /** A statement or a reason. */
    public Optional<String> text(String pointer, String value) {
        return value(pointer, value, Form.PROSE);
    }

    /** A field of an entry, which has the form that it has in a bundle; what may be left out may be null. */
    public Optional<String> of(Shape shape, String entry, String name, String value) {
        Field field = shape.field(name);
        return value == null && field.mayBeEmpty() ? Optional.empty() : value(entry + "/" + name, value, field.form());
    }

    /** A value that has to be there and to have a form. */
    public Optional<String> value(String pointer, String value, Form form) {
        Optional<String> fault = value == null || value.isBlank() ? Optional.of("不能为空") : form.fault(value);
        fault.ifPresent(detail -> wrong(pointer, detail));
        return fault.isPresent() ? Optional.empty() : Optional.of(value);
    }

    /** Small letters, digits and hyphens. */
    public Optional<String> code(String pointer, String value) {
        return value(pointer, value, Form.CODE);
    }

    public Optional<LocalDate> date(String pointer, String value) {
        return value(pointer, value, Form.DATE).map(LocalDate::parse);
    }

    /**
     * A day on which something of an evaluation has happened: in China no later than today, or than the report's day where that is
     * still to come, as in a rehearsal.
     */
    public Optional<LocalDate> happened(String pointer, String value, Evaluation evaluation, Instant now) {
        Optional<LocalDate> day = date(pointer, value);
        LocalDate today = LocalDate.ofInstant(now, CHINA);
        LocalDate reported = LocalDate.parse(evaluation.opening().reportDate());
        LocalDate latest = reported.isAfter(today) ? reported : today;
        if (day.filter(latest::isBefore).isPresent()) {
            wrong(pointer, "不能晚于 %s，收到 %s".formatted(latest, value));
            return Optional.empty();
        }
        return day;
    }

    /** An account's id in Keycloak. */
    public Optional<String> account(String pointer, String value) {
        Optional<String> text = text(pointer, value);
        if (text.isPresent() && !isUuid(value)) {
            wrong(pointer, "账号应为其唯一标识（UUID），收到 " + value);
            return Optional.empty();
        }
        return text;
    }

    /** Plain digits with an optional fraction. */
    public Optional<BigFraction> figure(String pointer, String value) {
        return value(pointer, value, Form.FIGURE).map(Figures::parse);
    }

    public Optional<Integer> integer(String pointer, Integer value, int least, int most) {
        if (value == null) {
            wrong(pointer, "不能为空");
            return Optional.empty();
        }
        if (value < least || value > most) {
            wrong(pointer, "应在 " + least + " 至 " + most + " 之间，收到 " + value);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    public <E extends Enum<E>> Optional<E> oneOf(Class<E> known, String pointer, String value) {
        Optional<String> text = text(pointer, value);
        Optional<E> found = Arrays.stream(known.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (text.isPresent() && found.isEmpty()) {
            wrong(pointer, "未知的取值 " + value + "，应为 " + Arrays.toString(known.getEnumConstants()));
        }
        return found;
    }

    /** Visits the elements of a list with their pointers. */
    public <T> void each(String pointer, List<T> list, BiConsumer<String, T> visit) {
        if (list == null) {
            wrong(pointer, "不能为空");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/" + i;
            if (list.get(i) == null) {
                wrong(at, "不能为空");
            } else {
                visit.accept(at, list.get(i));
            }
        }
    }

    /** Whether the object is there. */
    public boolean present(String pointer, Object object) {
        if (object == null) {
            wrong(pointer, "不能为空");
        }
        return object != null;
    }

    /** Refuses the second and every further use of a key within a list. */
    public void once(String list, String pointer, String key) {
        if (!taken.add(list + "\n" + key)) {
            wrong(pointer, "重复：" + key);
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

    /** A key as a step of a JSON pointer. */
    public static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notUuid) {
            return false;
        }
    }
}
