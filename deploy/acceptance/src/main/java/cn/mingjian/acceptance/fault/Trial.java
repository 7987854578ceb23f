package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import cn.mingjian.acceptance.running.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes one bundle through the platform, kills what the moment says, and runs the command again until it ends well. */
final class Trial {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);
    private static final Duration LONGEST_RESTART = Duration.ofMinutes(10);
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
     * @param back until the killed process answered again, counted from the kill
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
        Map<String, Long> before = platform.answering();
        long began = System.nanoTime();
        Running command = platform.evaluate(bundle, out);
        command.awaitLines(moment.lines(), LONGEST_RUN);
        command.awaitLines(moment.lines() + 1, moment.after());
        long killed = System.nanoTime();
        kill(moment.target(), command, before);
        Future<Duration> back = moment.target().equals(Moment.COMMAND)
                ? CompletableFuture.completedFuture(Duration.ZERO)
                : watcher.submit(() -> answeringAgain(moment.target(), before, killed));
        Ending ending = command.await(LONGEST_RUN);
        int resumed = 0;
        while (mayResume(ending, moment) && resumed < MOST_RESUMPTIONS) {
            resumed++;
            ending = platform.evaluate(bundle, out).await(LONGEST_RUN);
        }
        Duration took = since(began);
        Optional<String> failure =
                ending.code() == 0 ? Optional.empty() : Optional.of(ending.code() + "\n" + ending.said());
        return new Course(took, back.get(), resumed, failure);
    }

    private Duration answeringAgain(String target, Map<String, Long> before, long killed) throws IOException {
        platform.awaitAll(Map.of(target, pid(before, target)), LONGEST_RESTART);
        return since(killed);
    }

    private static boolean mayResume(Ending ending, Moment moment) {
        return ending.code() == HALTED
                || ending.code() == KILLED && moment.target().equals(Moment.COMMAND);
    }

    private static void kill(String target, Running command, Map<String, Long> pids) {
        if (target.equals(Moment.COMMAND)) command.kill();
        else ProcessHandle.of(pid(pids, target)).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static long pid(Map<String, Long> pids, String target) {
        Long pid = pids.get(target);
        if (pid == null) throw new IllegalStateException("does not run: " + target);
        return pid;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
