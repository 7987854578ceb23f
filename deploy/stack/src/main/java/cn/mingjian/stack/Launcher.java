package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts processes so that none outlives the program that started them: each is recorded in a pid file, and where the
 * system offers it the kernel ends them when their parent is killed. Logs and pid files live under one folder.
 */
public final class Launcher implements AutoCloseable {

    private final Path data;

    /** The kernel watches the starting thread, not the program: that thread has to live as long as the processes. */
    private final ExecutorService spawner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("spawner").factory());

    private final boolean diesWithParent;

    public Launcher(Path data) throws IOException {
        this.data = data.toAbsolutePath().normalize();
        Files.createDirectories(logs());
        Files.createDirectories(pids());
        this.diesWithParent = succeeds("setpriv", "--pdeathsig", "KILL", "true");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path pids() {
        return data.resolve("pids");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Starts the server; its output is appended to its log. */
    public Child start(Server server) throws IOException {
        Command command = server.command();
        Process process = spawn(server.name(), server.stopSignal(), command);
        Path record = pids().resolve(server.name());
        Files.writeString(record, Long.toString(process.pid()));
        return new Child(server.name(), process, server.stopSignal(), record);
    }

    /** Runs a command to its end with its output appended to the named log, whose tail is in the message when it fails. */
    void run(String name, Command command) throws IOException, InterruptedException {
        Process process = spawn(name, "KILL", command);
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            throw stop;
        }
        if (code != 0) {
            throw new IOException(
                    "%s ended with code %d%n%s".formatted(command.line().getFirst(), code, Boot.tail(log(name))));
        }
    }

    /** Ends what an earlier run under the same folder left behind, after looking that it is the recorded program. */
    public void reap() throws IOException, InterruptedException {
        try (var records = Files.list(pids())) {
            for (Path record : records.toList()) {
                var left = recorded(record).flatMap(ProcessHandle::of).filter(this::isOurs);
                if (left.isPresent()) {
                    left.get().destroyForcibly();
                    try {
                        left.get().onExit().get(10, TimeUnit.SECONDS);
                    } catch (ExecutionException | TimeoutException e) {
                        throw new IOException("process " + left.get().pid() + " does not end", e);
                    }
                }
                Files.delete(record);
            }
        }
    }

    /** Nothing when its writer was killed before it wrote. */
    private static Optional<Long> recorded(Path record) throws IOException {
        return Optional.of(Files.readString(record).strip())
                .filter(text -> text.matches("\\d+"))
                .map(Long::valueOf);
    }

    /** Every command line names the data folder, which no other program's does. */
    private boolean isOurs(ProcessHandle process) {
        return process.pid() != ProcessHandle.current().pid()
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).stream().anyMatch(it -> it.contains(data.toString())))
                        .orElse(false);
    }

    private Process spawn(String name, String signal, Command command) throws IOException {
        List<String> line = new ArrayList<>();
        if (diesWithParent) {
            line.addAll(List.of("setpriv", "--pdeathsig", signal));
        }
        line.addAll(command.line());
        var builder = new ProcessBuilder(line)
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
        builder.environment().putAll(command.environment());
        return uninterrupted(name, spawner.submit(builder::start));
    }

    /** A process that is being started is always handed over: nobody else could stop it. */
    private static Process uninterrupted(String name, Future<Process> starting) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return starting.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IOException("cannot start " + name, e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether a helper program of the system is there and may be used. */
    static boolean succeeds(String... line) {
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        spawner.shutdown();
    }
}
