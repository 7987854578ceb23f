package cn.mingjian.acceptance.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program that runs as a process of its own, and the lines that it has printed so far. */
public final class Running {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader = Thread.ofVirtual().unstarted(this::read);
    private boolean saidAll;

    private Running(Process process) {
        this.process = process;
        reader.start();
    }

    static Running java(Path folder, List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Running(builder.start());
    }

    /** Waits until so many lines have been printed; false when it ended, or the time was over, before that. */
    public synchronized boolean awaitLines(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (lines.size() < count && !saidAll) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) return false;
            wait(left);
        }
        return lines.size() >= count;
    }

    /** SIGKILL, by the handle: killed as a child, its output would be closed while it is being read. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end and kills it when the time is over: code -1 then. */
    public Ending await(Duration atMost) throws InterruptedException {
        boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            kill();
            process.waitFor();
        }
        reader.join();
        synchronized (this) {
            return new Ending(ended ? process.exitValue() : -1, String.join("\n", lines));
        }
    }

    private void read() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) tell(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            endOfLines();
        }
    }

    private synchronized void tell(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void endOfLines() {
        saidAll = true;
        notifyAll();
    }
}
