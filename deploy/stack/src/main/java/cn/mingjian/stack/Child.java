package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One running process with the record that is removed once it has ended. */
public final class Child {

    private final String name;
    private final Process process;
    private final String stopSignal;
    private final Path record;

    Child(String name, Process process, String stopSignal, Path record) {
        this.name = name;
        this.process = process;
        this.stopSignal = stopSignal;
        this.record = record;
    }

    public String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end; true when it has ended. */
    boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Exit code of an ended process. */
    int code() {
        return process.exitValue();
    }

    /** Asks it to end, insists when it does not within the time, and returns when it is gone. */
    public void stop(Duration patience) throws IOException, InterruptedException {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-" + stopSignal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        Files.deleteIfExists(record);
    }
}
