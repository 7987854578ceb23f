package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.form.Field;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row and notes what is wrong with each, by JSON pointer. */
final class RowReader {

    private final Refusals refusals;
    private final String row;
    private final Shape shape;

    /** @param shape what the row's fields look like, here as in a bundle */
    RowReader(Refusals refusals, String row, Shape shape) {
        this.refusals = refusals;
        this.row = row;
        this.shape = shape;
    }

    /** A field that has the form of its shape; what may be left out may be null. */
    Optional<String> read(String name, @Nullable String value) {
        Field field = shape.field(name);
        if (value == null || value.isBlank()) {
            return value == null && field.mayBeEmpty() ? Optional.empty() : missing(name);
        }
        Optional<String> fault = field.form().fault(value);
        fault.ifPresent(detail -> refuse(
                field.form() instanceof Form.OneOf ? EvidenceProblem.CODE_UNKNOWN : EvidenceProblem.VALUE_MALFORMED,
                name,
                detail));
        return fault.isPresent() ? Optional.empty() : Optional.of(value);
    }

    void count(String field, @Nullable Integer value) {
        if (value == null) {
            missing(field);
        } else if (value < 0) {
            refuse(EvidenceProblem.VALUE_MALFORMED, field, "不能为负，收到 %d".formatted(value));
        }
    }

    void flag(String field, @Nullable Boolean value) {
        if (value == null) {
            missing(field);
        }
    }

    /** What breaks a rule over several fields or documents. */
    void refuse(Problem problem) {
        refusals.add(type(problem.rule()), row + problem.pointer(), problem.detail());
    }

    void refuse(EvidenceProblem problem, String field, String detail) {
        refusals.add(problem, row + "/" + field, detail);
    }

    private static EvidenceProblem type(Rule rule) {
        return switch (rule) {
            case AREA_KNOWN -> EvidenceProblem.CODE_UNKNOWN;
            case LEFT_AFTER_JOINED -> EvidenceProblem.LEFT_BEFORE_JOINED;
            case WORKER_KNOWN -> EvidenceProblem.WORKER_UNKNOWN;
            case MONTH_INSIDE_WINDOW -> EvidenceProblem.MONTH_OUTSIDE_WINDOW;
            default -> throw new IllegalArgumentException("no rule of staffing: " + rule);
        };
    }

    private <T> Optional<T> missing(String field) {
        refuse(EvidenceProblem.FIELD_MISSING, field, "此项必填");
        return Optional.empty();
    }
}
