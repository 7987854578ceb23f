package cn.mingjian.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one part running on a thread of its own; interrupting the thread stops the part. */
final class Keeper {

    /** Long: on a busy machine a slow start is not sped up by starting over. */
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(10);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A part that never answered is given up after so many attempts; one that once did is started for ever. */
    private static final int FIRST_ATTEMPTS = 3;

    private final Plan.Part part;
    private final Launcher launcher;
    private final Supervisor supervisor;
    private final Thread thread;

    private Status.State state = Status.State.WAITING;
    private @Nullable Child child;
    private long answeredMillis;
    private int restarts;
    private String failure = "";

    Keeper(Plan.Part part, Launcher launcher, Supervisor supervisor) {
        this.part = part;
        this.launcher = launcher;
        this.supervisor = supervisor;
        this.thread = Thread.ofVirtual().name(part.server().name()).unstarted(this::keep);
    }

    String name() {
        return part.server().name();
    }

    Plan.Layer layer() {
        return part.layer();
    }

    void begin() {
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized Status.PartStatus status() {
        long pid = child == null ? 0 : child.pid();
        return new Status.PartStatus(name(), part.title(), state, pid, answeredMillis, restarts, failure);
    }

    private synchronized void awaitReady() throws InterruptedException {
        while (state != Status.State.READY) {
            wait();
        }
    }

    private void keep() {
        try {
            Duration pause = SHORTEST_PAUSE;
            for (int attempt = 1; ; attempt++) {
                // At every start, not only the first: what is started beside a dead database may never notice its
                // return.
                for (String needed : part.after()) {
                    supervisor.keeper(needed).awaitReady();
                }
                long started = supervisor.millis();
                runOnce(attempt);
                boolean livedLong = supervisor.millis() - started > LONGEST_PAUSE.toMillis() * 2;
                pause = livedLong ? SHORTEST_PAUSE : pause;
                restarts++;
                become(Status.State.RESTARTING, null);
                supervisor.pause(pause);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
        } catch (InterruptedException stop) {
            become(Status.State.STOPPED, null);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            become(Status.State.FAILED, null);
        }
    }

    /** One life of the process: ends when it does. */
    private void runOnce(int attempt) throws IOException, InterruptedException {
        become(Status.State.STARTING, null);
        Child running;
        try {
            running = Boot.up(part.server(), launcher, PATIENCE_AT_START);
        } catch (IOException e) {
            say("could not be started: " + e.getMessage());
            if (!answered() && attempt >= FIRST_ATTEMPTS) {
                throw e;
            }
            return;
        }
        try {
            become(Status.State.READY, running);
            while (!running.ended(LOOK)) {
                continue;
            }
            say("ended with code " + running.code());
        } catch (InterruptedException stop) {
            running.stop(PATIENCE_AT_STOP);
            throw stop;
        }
    }

    private synchronized boolean answered() {
        return answeredMillis > 0;
    }

    private void become(Status.State next, @Nullable Child process) {
        synchronized (this) {
            state = next;
            child = process;
            if (next == Status.State.READY && answeredMillis == 0) {
                answeredMillis = supervisor.millis();
            }
            notifyAll();
        }
        supervisor.changed();
    }

    private void say(String what) {
        System.out.println(LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + name() + " " + what);
    }
}
