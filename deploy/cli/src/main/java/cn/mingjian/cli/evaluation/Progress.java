package cn.mingjian.cli.evaluation;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Tells step by step what is going on, with the seconds since the start. */
public final class Progress {
    private final PrintWriter out;
    private final Instant start = Instant.now();

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** One line; its arguments stand in the format as in {@link String#format}. */
    public void tell(String format, Object... arguments) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        out.printf("[%6.1f 秒] %s%n", seconds, format.formatted(arguments));
        out.flush();
    }
}
