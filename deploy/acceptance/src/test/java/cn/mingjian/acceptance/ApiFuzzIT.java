package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.fuzz.Fingerprint;
import cn.mingjian.acceptance.fuzz.Fuzzing;
import cn.mingjian.acceptance.fuzz.Operation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests drawn from the OpenAPI files, with everybody's tokens, at a closed evaluation, one that is scored and one that is
 * prepared: every answer is an answer, and what was refused has changed nothing. {@code -Dfuzz.requests} sends fewer or more,
 * {@code -Dfuzz.seed} others.
 */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class ApiFuzzIT {

    @Test
    void everyAnswerIsAnAnswerAndARefusalChangesNothing(RunningPlatform platform, @TempDir Path folder)
            throws Exception {
        long seed = Long.getLong("fuzz.seed", 1);
        int requests = Integer.getInteger("fuzz.requests", 10_000);
        FuzzWorld world = FuzzWorld.made(platform, folder);
        List<Operation> operations = Operation.all(RunningPlatform.ROOT.resolve("contracts"));
        Fuzzing fuzzing = new Fuzzing(
                operations,
                world.known(operations),
                world.addresses(),
                world.roles(),
                world::token,
                world.places(),
                new Fingerprint(
                        platform.database(""),
                        platform.secret("postgres"),
                        List.copyOf(world.addresses().keySet())));

        fuzzing.run(seed, requests);

        System.out.printf("fuzz seed %d: %s%n", seed, fuzzing.statuses());
        assertThat(fuzzing.faults())
                .as("seed %d, answers %s", seed, fuzzing.statuses())
                .isEmpty();
        assertThat(fuzzing.statuses()).containsKeys(200, 400, 401, 403, 404, 409, 422);
        // What was only told to come later was not tried.
        assertThat(fuzzing.statuses().getOrDefault(429, 0)).isLessThan(requests / 20);
    }
}
