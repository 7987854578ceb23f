package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import cn.mingjian.acceptance.running.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Takes one bundle through the platform, kills what the moment says, and runs the command again until it ends well. */
final class Trial {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);
    private static final Duration LONGEST_RESTART = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** How far into its new life a process is that dies again: it reads its log or looks at its tables, and does not answer yet. */
    private static final Duration RECOVERING = Duration.ofSeconds(1);

    private static final int MOST_RESUMPTIONS = 5;
    private static final int HALTED = 3;
    private static final int KILLED = 137;

    private final Platform platform;
    private final Path bundle;
    private final Path out;

    Trial(Platform platform, Path bundle, Path out) {
        this.platform = platform;
        this.bundle = bundle;
        this.out = out;
    }

    /**
     * How it went.
     *
     * @param took from the first start of the command to its good end
     * @param back until all that was killed answered again, counted from the kill
     * @param resumed how often the command was run again
     * @param failure what the command said when it ended neither well nor with an offer to resume
     */
    record Course(Duration took, Duration back, int resumed, Optional<String> failure) {}

    /** Runs undisturbed and notes when each line came. */
    Timeline undisturbed() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Running command = platform.evaluate(bundle, out);
        List<Duration> lines = new ArrayList<>();
        while (command.awaitLines(lines.size() + 1, LONGEST_RUN)) lines.add(since(began));
        Ending ending = command.await(LONGEST_RUN);
        if (ending.code() != 0) throw new IllegalStateException("the undisturbed run failed:\n" + ending.said());
        return new Timeline(lines);
    }

    /** Runs with a kill at the moment. */
    Course with(Moment moment) throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService watcher = Executors.newVirtualThreadPerTaskExecutor()) {
            return with(moment, watcher);
        }
    }

    private Course with(Moment moment, ExecutorService watcher)
            throws IOException, InterruptedException, ExecutionException {
        long began = System.nanoTime();
        Running command = platform.evaluate(bundle, out);
        command.awaitLines(moment.lines(), LONGEST_RUN);
        command.awaitLines(moment.lines() + 1, moment.after());
        long killed = System.nanoTime();
        Future<Duration> back = kill(moment.target(), command, killed, watcher);
        Ending ending = command.await(LONGEST_RUN);
        int resumed = 0;
        while (mayResume(ending, moment) && resumed < MOST_RESUMPTIONS) {
            // At once the first time; after that when the platform is up again, as the command asks for.
            if (resumed > 0) back.get();
            resumed++;
            ending = platform.evaluate(bundle, out).await(LONGEST_RUN);
        }
        Duration took = since(began);
        Optional<String> failure =
                ending.code() == 0 ? Optional.empty() : Optional.of(ending.code() + "\n" + ending.said());
        return new Course(took, back.get(), resumed, failure);
    }

    private Future<Duration> kill(Target target, Running command, long killed, ExecutorService watcher)
            throws IOException {
        if (target.isCommand()) {
            command.kill();
            return CompletableFuture.completedFuture(Duration.ZERO);
        }
        Map<String, Long> dead = new LinkedHashMap<>();
        List<String> again = new ArrayList<>();
        for (String process : target.processes()) {
            if (dead.containsKey(process)) again.add(process);
            else dead.put(process, kill(process));
        }
        return watcher.submit(() -> {
            for (String process : again) {
                awaitAnother(process, Objects.requireNonNull(dead.get(process)));
                LockSupport.parkNanos(RECOVERING.toNanos());
                dead.put(process, kill(process));
            }
            platform.awaitAll(dead, LONGEST_RESTART);
            return since(killed);
        });
    }

    private void awaitAnother(String name, long killed) throws IOException {
        Instant end = Instant.now().plus(LONGEST_RESTART);
        while (platform.pid(name) == killed || platform.pid(name) == 0) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("not started again: " + name);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Tells which process it was. */
    private long kill(String name) throws IOException {
        long pid = platform.pid(name);
        ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("does not run: " + name))
                .destroyForcibly();
        return pid;
    }

    private static boolean mayResume(Ending ending, Moment moment) {
        return ending.code() == HALTED
                || ending.code() == KILLED && moment.target().isCommand();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
