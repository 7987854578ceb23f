package cn.mingjian.stack;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands {@code up}, {@code down} and {@code status}; each gives an exit code. */
final class Commands {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(90);

    private final StackFolder folder;
    private final Path home;
    private final Console console = new Console(System.out);

    Commands(StackFolder folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    /** Starts the supervisor detached from this terminal and waits until everything answers; joins a start under way. */
    int up(Set<Service.Kind> services) throws IOException, InterruptedException {
        if (isRunning()) {
            return join(services);
        }
        Files.createDirectories(folder.log("supervisor").getParent());
        Files.deleteIfExists(folder.status());
        console.say("正在启动平台，数据目录：%s", folder.path());
        Process supervisor = detached(services);
        var abort = new Thread(() -> abort(supervisor));
        Runtime.getRuntime().addShutdownHook(abort);
        Optional<Status> status = await(supervisor.toHandle());
        Runtime.getRuntime().removeShutdownHook(abort);
        if (status.filter(it -> it.phase() == Status.Phase.READY).isEmpty()) {
            supervisor.waitFor();
        }
        return outcome(status);
    }

    private int join(Set<Service.Kind> services) throws IOException, InterruptedException {
        Optional<Status> status = folder.readStatus();
        var supervisor = status.flatMap(it -> ProcessHandle.of(it.supervisor()));
        if (supervisor.isEmpty() || status.get().phase() == Status.Phase.STOPPING) {
            console.say("平台正在停止，请稍候再试。");
            return 1;
        }
        for (var kind : services) {
            if (status.get().parts().stream().noneMatch(part -> part.name().equals(kind.id()))) {
                console.say("平台已在运行，但没有%s。请先运行 scripts/down。", kind.title());
                return 1;
            }
        }
        console.say("平台已在运行。");
        if (supervisor.get().info().startInstant().filter(this::isOutdated).isPresent()) {
            console.say("注意：程序在启动之后重新构建过，运行 scripts/down 再启动才会生效。");
        }
        return outcome(await(supervisor.get()));
    }

    private boolean isOutdated(Instant started) {
        return Stream.of(Service.Kind.values())
                .map(kind -> Service.program(kind, home).toFile())
                .anyMatch(program -> program.lastModified() > started.toEpochMilli());
    }

    private int outcome(Optional<Status> status) throws IOException {
        var phase = status.map(Status::phase).orElse(Status.Phase.STOPPING);
        switch (phase) {
            case READY -> console.summary(status.orElseThrow(), folder);
            case FAILED -> console.failure(status.orElseThrow(), folder);
            case STARTING, STOPPING -> {
                console.say("✗ 看护进程已退出。日志：%s", folder.log("supervisor"));
                console.say("%s", Console.tail(folder.log("supervisor")));
            }
        }
        return phase == Status.Phase.READY ? 0 : 1;
    }

    private Optional<Status> await(ProcessHandle supervisor) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            boolean over = ended(supervisor, LOOK);
            Optional<Status> status = folder.readStatus();
            status.ifPresent(it -> console.progress(
                    it, Duration.ofNanos(System.nanoTime() - began).toMillis()));
            if (over || status.filter(it -> it.phase() != Status.Phase.STARTING).isPresent()) {
                return status;
            }
        }
    }

    private static boolean ended(ProcessHandle process, Duration within) throws InterruptedException {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void abort(Process supervisor) {
        console.say("已取消，正在停止……");
        supervisor.destroy();
        try {
            supervisor.waitFor(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a session of its own, so that neither Ctrl-C nor the end of the terminal reaches it. */
    private Process detached(Set<Service.Kind> services) throws IOException {
        var line = new ArrayList<String>();
        if (Launcher.succeeds("setsid", "true")) {
            line.add("setsid");
        }
        line.addAll(List.of(
                Command.java(),
                "-Xms16m",
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dmingjian.servers=" + Installation.find().folder(),
                "-cp",
                ownCopy() + "/*",
                Stack.class.getName(),
                "supervise",
                "--data",
                folder.path().toString(),
                "--services",
                services.stream().map(Service.Kind::id).collect(Collectors.joining(","))));
        Path log = folder.log("supervisor");
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    /** The supervisor lives longer than a build: it runs from jars that no build replaces under it. */
    private Path ownCopy() throws IOException {
        Path copy = folder.path().resolve("supervisor");
        Installation.delete(copy);
        Files.createDirectories(copy);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            Files.copy(jar, copy.resolve(jar.getFileName()));
        }
        return copy;
    }

    /** Asks the supervisor to stop everything and waits; clears up what it might have left. */
    int down() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder.path())) {
            console.say("没有数据目录：%s", folder.path());
            return 0;
        }
        long began = System.nanoTime();
        boolean running = isRunning();
        if (running) {
            console.say("正在停止平台……");
            var supervisor = folder.readStatus().flatMap(status -> ProcessHandle.of(status.supervisor()));
            if (supervisor.isPresent()) {
                supervisor.get().destroy();
                if (!ended(supervisor.get(), PATIENCE_AT_STOP)) {
                    supervisor.get().destroyForcibly();
                }
            }
        }
        try (var launcher = new Launcher(folder.path())) {
            launcher.reap();
        }
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        console.say(running ? "已停止，用时 %s 秒。数据保留在 %s" : "平台没有在运行。%2$s", Console.seconds(millis), folder.path());
        return 0;
    }

    int status() throws IOException {
        if (!isRunning()) {
            console.say("平台没有在运行。数据目录：%s", folder.path());
            return 1;
        }
        Optional<Status> status = folder.readStatus();
        status.ifPresent(console::memory);
        return status.filter(it -> it.phase() == Status.Phase.READY).isPresent() ? 0 : 1;
    }

    /** A supervisor holds the lock as long as it lives, however it ends. */
    private boolean isRunning() throws IOException {
        if (!Files.exists(folder.lock())) {
            return false;
        }
        try (var channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
