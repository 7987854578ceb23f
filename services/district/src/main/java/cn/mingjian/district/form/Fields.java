package cn.mingjian.district.form;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemType;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.form.Field;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a document; a field that does not read is empty to the rules that follow. */
public final class Fields {
    private final Refusals refusals = new Refusals();
    private final Set<List<String>> taken = new HashSet<>();

    /** A field of an entry, which has the form that it has in a bundle; what may be left out may be null. */
    public Optional<String> of(Shape shape, String entry, String name, @Nullable String value) {
        Field field = shape.field(name);
        return value == null && field.mayBeEmpty() ? Optional.empty() : value(entry + "/" + name, value, field.form());
    }

    /** A value that has to be there and to have a form. */
    public Optional<String> value(String pointer, @Nullable String value, Form form) {
        Optional<String> fault = value == null || value.isBlank() ? Optional.of("不能为空") : form.fault(value);
        fault.ifPresent(detail -> wrong(pointer, detail));
        return fault.isPresent() ? Optional.empty() : Optional.ofNullable(value);
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
