package cn.mingjian.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all parts of one stack running: starts them side by side as soon as what they need answers, starts again what
 * dies, and stops them in order — services first, PostgreSQL last. One supervisor a folder.
 */
final class Supervisor {

    private final StackFolder folder;
    private final long began = System.nanoTime();
    private final Object ending = new Object();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private Status.Phase phase = Status.Phase.STARTING;
    private boolean cold;
    private long readyMillis;

    Supervisor(StackFolder folder) {
        this.folder = folder;
    }

    /** Runs until it is asked to end or the start fails; the exit code tells which. */
    int run(Path home, Set<Service.Kind> services) throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        try (var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock alone = channel.tryLock();
            if (alone == null) {
                System.err.println("another supervisor runs in " + folder.path());
                return 1;
            }
            try (var launcher = new Launcher(folder.path())) {
                launcher.reap();
                Plan plan = Plan.of(folder, home, services);
                folder.write(plan.addresses());
                folder.write(plan.audit());
                return run(launcher, plan);
            }
        }
    }

    /** Keeps the plan's parts until the end. */
    int run(Launcher launcher, Plan plan) throws InterruptedException {
        cold = plan.cold();
        plan.parts().forEach(part -> {
            setAside(folder.log(part.server().name()));
            keepers.put(part.server().name(), new Keeper(part, launcher, this));
        });
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        changed();
        keepers.values().forEach(Keeper::begin);
        over.await();
        end();
        return phase == Status.Phase.FAILED ? 1 : 0;
    }

    /** The log of the run before is kept once. */
    private static void setAside(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            System.err.println("log is continued: " + log);
        }
    }

    Keeper keeper(String name) {
        var keeper = keepers.get(name);
        if (keeper == null) {
            throw new IllegalArgumentException("no part " + name);
        }
        return keeper;
    }

    long millis() {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    /** A part has changed its state: works out where the whole stands and writes it down. */
    synchronized void changed() {
        var parts = keepers.values().stream().map(Keeper::status).toList();
        if (phase == Status.Phase.STARTING) {
            if (parts.stream().anyMatch(part -> part.state() == Status.State.FAILED)) {
                phase = Status.Phase.FAILED;
                over.countDown();
            } else if (parts.stream().allMatch(part -> part.state() == Status.State.READY)) {
                phase = Status.Phase.READY;
                readyMillis = millis();
            }
        }
        write(parts);
    }

    private void write(List<Status.PartStatus> parts) {
        long since = readyMillis > 0 ? readyMillis : millis();
        try {
            folder.write(new Status(ProcessHandle.current().pid(), phase, cold, since, parts));
        } catch (IOException e) {
            System.err.println("status not written: " + e);
        }
    }

    /** Stops everything in order; a second caller waits for the first. */
    void end() {
        synchronized (ending) {
            synchronized (this) {
                phase = phase == Status.Phase.FAILED ? phase : Status.Phase.STOPPING;
            }
            over.countDown();
            for (var layer : List.of(Plan.Layer.values()).reversed()) {
                var together = keepers.values().stream()
                        .filter(keeper -> keeper.layer() == layer)
                        .toList();
                together.forEach(Keeper::interrupt);
                together.forEach(Keeper::join);
            }
        }
    }

    /** Lets time pass, or less when the end comes. */
    void pause(Duration time) throws InterruptedException {
        over.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
