package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.running.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Kills in one platform, each run compared with the one that nothing happened to. */
public final class Faults {
    /**
     * Every process of the stack, the command itself, processes that need each other killed together, and such as are killed
     * again while they recover. The portal is among them because no evaluation may lean on it.
     */
    public static final List<Target> TARGETS = List.of(
            Target.of("postgres"),
            Target.of("kafka"),
            Target.of("keycloak"),
            Target.of("district"),
            Target.of("indicator"),
            Target.of("staffing"),
            Target.of("scoring"),
            Target.of("report"),
            Target.of("integration"),
            Target.of("portal"),
            Target.of(Target.COMMAND),
            Target.of("postgres", "kafka"),
            Target.of("kafka", "scoring"),
            Target.of("scoring", "report"),
            Target.of("postgres", "postgres"),
            Target.of("scoring", "scoring"));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long after the command's end the last events may take to have their effect. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MOST_LINES = 12;

    private final Platform platform;
    private final Path folder;
    private final Kept kept;
    private final Entries reference;
    private final JsonNode result;
    private final Timeline timeline;

    private Faults(Platform platform, Path folder, Kept kept, Entries reference, JsonNode result, Timeline timeline) {
        this.platform = platform;
        this.folder = folder;
        this.kept = kept;
        this.reference = reference;
        this.result = result;
        this.timeline = timeline;
    }

    /**
     * What came of a moment.
     *
     * @param moment what was killed, and when
     * @param took from the start of the command to its good end
     * @param back until all that was killed answered again; zero for the command
     * @param resumed how often the command was run again
     * @param differences from the undisturbed run, or what the command ended with; empty when all is as it has to be
     */
    public record Verdict(
            int number,
            String target,
            String moment,
            Duration took,
            Duration back,
            int resumed,
            List<String> differences) {}

    /** Runs once undisturbed; what that leaves is what every other run is compared with. */
    public static Faults begin(Platform platform, Path folder, String run)
            throws IOException, InterruptedException, SQLException {
        Path out = folder.resolve("out-" + run);
        Timeline timeline = new Trial(platform, RenamedBundle.write(run, folder.resolve(run)), out).undisturbed();
        Kept kept = new Kept(platform);
        Entries reference = settled(kept, run);
        List<String> forgotten = kept.forgotten(reference);
        if (!forgotten.isEmpty())
            throw new IllegalStateException(
                    "say in Projections what becomes of these tables in a run, or see why they are as they are: "
                            + forgotten);
        return new Faults(platform, folder, kept, reference, result(out), timeline);
    }

    /** What two undisturbed runs differ in: nothing, or the comparison is no good. */
    public List<String> repeated(String run) throws IOException, InterruptedException, SQLException {
        Path out = folder.resolve("out-" + run);
        new Trial(platform, RenamedBundle.write(run, folder.resolve(run)), out).undisturbed();
        return differences(run, out);
    }

    /** Draws the moments of a seed over these targets. */
    public List<Moment> draw(long seed, int count, List<Target> targets) {
        return Moment.draw(seed, count, targets, timeline);
    }

    /** Kills at one moment and compares. */
    public Verdict at(Moment moment) throws IOException, InterruptedException, ExecutionException, SQLException {
        String run = "k" + moment.number();
        Path out = folder.resolve("out-" + run);
        Trial.Course course = new Trial(platform, RenamedBundle.write(run, folder.resolve(run)), out).with(moment);
        List<String> differences = course.failure().isPresent()
                ? List.of("the command ended with " + course.failure().get())
                : differences(run, out);
        return new Verdict(
                moment.number(),
                moment.target().toString(),
                moment.told(),
                course.took(),
                course.back(),
                course.resumed(),
                differences.size() > MOST_LINES ? differences.subList(0, MOST_LINES) : differences);
    }

    private List<String> differences(String run, Path out) throws IOException, SQLException {
        Instant end = Instant.now().plus(SETTLING);
        while (true) {
            List<String> differences = new ArrayList<>(kept.of(run).differencesFrom(reference));
            if (!result(out).equals(result)) differences.addFirst("result.json differs");
            if (differences.isEmpty() || Instant.now().isAfter(end)) return differences;
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Once two looks show the same and nothing waits any more. */
    private static Entries settled(Kept kept, String run) throws IOException, SQLException {
        Instant end = Instant.now().plus(SETTLING);
        Entries before = kept.of(run);
        while (true) {
            LockSupport.parkNanos(LOOK.toNanos());
            Entries now = kept.of(run);
            if (now.equals(before) && kept.forgotten(now).isEmpty()
                    || Instant.now().isAfter(end)) return now;
            before = now;
        }
    }

    private static JsonNode result(Path out) throws IOException {
        return JSON.readTree(Files.readAllBytes(out.resolve("result.json")));
    }
}
