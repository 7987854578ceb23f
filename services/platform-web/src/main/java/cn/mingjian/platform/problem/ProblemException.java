package cn.mingjian.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with one or several refusals; the first one decides type and status. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    ProblemException(ProblemType type, String detail, @Nullable String pointer) {
        this(List.of(new Refusal(type, pointer, detail)));
    }

    ProblemException(List<Refusal> refusals) {
        super(refusals.getFirst().detail(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** The same refusal with the JSON pointer of the field it is about. */
    public ProblemException at(String pointer) {
        Refusal first = refusals.getFirst();
        return new ProblemException(first.type(), first.detail(), pointer);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
