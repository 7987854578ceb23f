package cn.mingjian.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The commands {@code up}, {@code down} and {@code status}; each gives an exit code. */
final class Commands {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long PATIENCE_AT_STOP_SECONDS = 90;

    private final StackFolder folder;
    private final Console console = new Console(System.out);

    Commands(StackFolder folder) {
        this.folder = folder;
    }

    /** Starts the supervisor detached from this terminal and waits until everything answers. */
    int up(List<String> supervise) throws IOException, InterruptedException {
        if (isRunning()) {
            Optional<Status> status = folder.readStatus();
            if (status.isPresent() && status.get().phase() == Status.Phase.READY) {
                console.say("平台已在运行。");
                console.summary(status.get(), folder);
                return 0;
            }
            console.say("平台正在启动或停止，请稍候再试，或先运行 scripts/down。");
            return 1;
        }
        Files.createDirectories(folder.log("supervisor").getParent());
        Files.deleteIfExists(folder.status());
        console.say("正在启动平台，数据目录：%s", folder.path());
        Process supervisor = detached(supervise);
        var abort = new Thread(() -> abort(supervisor));
        Runtime.getRuntime().addShutdownHook(abort);
        @Nullable Status status = await(supervisor);
        Runtime.getRuntime().removeShutdownHook(abort);
        if (status != null && status.phase() == Status.Phase.READY) {
            console.summary(status, folder);
            return 0;
        }
        supervisor.waitFor();
        if (status != null && status.phase() == Status.Phase.FAILED) {
            console.failure(status, folder);
        } else {
            console.say("✗ 看护进程已退出。日志：%s", folder.log("supervisor"));
            console.say("%s", Console.tail(folder.log("supervisor")));
        }
        return 1;
    }

    private @Nullable Status await(Process supervisor) throws IOException, InterruptedException {
        long began = System.nanoTime();
        @Nullable Status status = null;
        do {
            status = folder.readStatus().orElse(status);
            if (status != null) {
                console.progress(
                        status, Duration.ofNanos(System.nanoTime() - began).toMillis());
                if (status.phase() != Status.Phase.STARTING) {
                    return status;
                }
            }
        } while (!supervisor.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        return folder.readStatus().orElse(status);
    }

    private void abort(Process supervisor) {
        console.say("已取消，正在停止……");
        supervisor.destroy();
        try {
            supervisor.waitFor(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a session of its own, so that neither Ctrl-C nor the end of the terminal reaches it. */
    private Process detached(List<String> supervise) throws IOException {
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
                System.getProperty("java.class.path"),
                Stack.class.getName()));
        line.addAll(supervise);
        Path log = folder.log("supervisor");
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
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
                try {
                    supervisor.get().onExit().get(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
                } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
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
