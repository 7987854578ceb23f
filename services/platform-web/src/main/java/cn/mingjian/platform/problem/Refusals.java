package cn.mingjian.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a document, so that its author sees all of it at once. */
public final class Refusals {

    private final List<Refusal> found = new ArrayList<>();

    public Refusals add(ProblemType type, String pointer, String detail) {
        found.add(new Refusal(type, pointer, detail));
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Refusal> all() {
        return List.copyOf(found);
    }

    /** Ends the request when anything was added. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
