package cn.mingjian.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.scoring.score.Party;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The state machine that the service's README draws is the one of the code, taken from its types by trying every step. */
class DrawnPhasesTest {

    private static final EvidenceSnapshot EVIDENCE = new EvidenceSnapshot(1, 1, 1, Optional.empty());

    @Test
    void theReadmeDrawsTheSteps() throws Exception {
        assertThat(drawn()).isEqualTo(steps());
    }

    private static Set<String> drawn() throws IOException {
        return new TreeSet<>(Files.readAllLines(Path.of("README.md")).stream()
                .map(String::strip)
                .filter(line -> line.matches("[A-Z]+ --> [A-Z]+ : [a-z]+"))
                .toList());
    }

    private static Set<String> steps() throws ReflectiveOperationException {
        Set<String> steps = new TreeSet<>();
        Set<Phase> seen = new HashSet<>();
        Deque<Phase> open = new ArrayDeque<>(List.of(new Phase.Preparing()));
        while (!open.isEmpty()) {
            Phase phase = open.pop();
            if (!seen.add(phase)) {
                continue;
            }
            for (Method step : phase.getClass().getMethods()) {
                if (Phase.class.isAssignableFrom(step.getReturnType())) {
                    for (Object argument : arguments(step)) {
                        Phase next = next(phase, step, argument);
                        open.add(next);
                        steps.add(phase.name() + " --> " + next.name() + " : " + step.getName());
                    }
                }
            }
        }
        return steps;
    }

    private static List<?> arguments(Method step) {
        if (step.getParameterCount() == 0) {
            return Arrays.asList((Object) null);
        }
        Class<?> parameter = step.getParameterTypes()[0];
        if (parameter == Party.class) {
            return List.of(Party.values());
        }
        return parameter == EvidenceSnapshot.class ? List.of(EVIDENCE) : List.of("站点合并");
    }

    private static Phase next(Phase phase, Method step, Object argument)
            throws IllegalAccessException, InvocationTargetException {
        return (Phase) (argument == null ? step.invoke(phase) : step.invoke(phase, argument));
    }
}
