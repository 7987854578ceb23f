package cn.mingjian.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** One server from nothing to usable. */
final class Boot {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private Boot() {}

    /** Starts the server and returns once it answers and is furnished; its log's tail is in the message when it fails. */
    static Child up(Server server, Launcher launcher, Duration patience) throws IOException, InterruptedException {
        server.prepare(launcher);
        Child child = launcher.start(server);
        try {
            awaitAnswer(server, child, patience, launcher.log(server.name()));
            server.furnish();
            return child;
        } catch (IOException | InterruptedException e) {
            child.stop(PATIENCE_AT_STOP);
            throw e;
        }
    }

    static void awaitAnswer(Server server, Child child, Duration patience, Path log)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        // Asked after the answer too: what answers might be somebody else's server on our port.
        while (!server.answers() || !child.isAlive()) {
            if (child.ended(BETWEEN_QUESTIONS)) {
                throw new IOException("%s ended with code %d%n%s".formatted(server.name(), child.code(), tail(log)));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "%s does not answer after %d s%n%s".formatted(server.name(), patience.toSeconds(), tail(log)));
            }
        }
    }

    /** The last lines of a log, for whoever has to find out what went wrong. */
    static String tail(Path log) throws IOException {
        int most = 8_000;
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - most));
            var buffer = java.nio.ByteBuffer.allocate(most);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            var lines = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        }
    }
}
