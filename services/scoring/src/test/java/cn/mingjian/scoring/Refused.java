package cn.mingjian.scoring;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.platform.problem.ProblemException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a check refuses. */
public final class Refused {

    private Refused() {}

    /** Every refusal as {@code code at pointer}. */
    public static List<String> by(ThrowingCallable check) {
        return catchThrowableOfType(ProblemException.class, check).refusals().stream()
                .map(refusal -> refusal.type().code() + " " + refusal.pointer())
                .toList();
    }
}
