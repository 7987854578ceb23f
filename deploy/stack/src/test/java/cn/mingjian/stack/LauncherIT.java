package cn.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    @TempDir
    private Path folder;

    @Test
    void stopsAServerThatIgnoresTheSignal() throws Exception {
        try (var launcher = new Launcher(folder)) {
            Child deaf = launcher.start(
                    new Script("deaf", folder, "trap '' TERM; touch deaf.up; while :; do sleep 1; done"));
            Boot.awaitAnswer(
                    new Script("deaf", folder, ""), deaf, Duration.ofSeconds(20), folder.resolve("logs/deaf.log"));

            deaf.stop(Duration.ofMillis(300));

            assertThat(deaf.isAlive()).isFalse();
            assertThat(folder.resolve("pids/deaf")).doesNotExist();
        }
    }

    @Test
    void endsWhatAnEarlierRunLeftBehind() throws Exception {
        Process left = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", "left", folder.toString()).start();
        try (var launcher = new Launcher(folder)) {
            Files.writeString(folder.resolve("pids/left"), Long.toString(left.pid()));

            launcher.reap();

            assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("pids/left")).doesNotExist();
        }
    }

    @Test
    void aCommandThatFailsIsReportedWithWhatItSaid() throws Exception {
        try (var launcher = new Launcher(folder)) {
            var command = new Command(List.of("sh", "-c", "echo no room left; exit 3"), Map.of(), folder);

            assertThatThrownBy(() -> launcher.run("format", command))
                    .hasMessageContaining("ended with code 3")
                    .hasMessageContaining("no room left");
        }
    }

    @Test
    void passesOverARecordWhoseWriterWasKilled() throws Exception {
        try (var launcher = new Launcher(folder)) {
            Files.createFile(folder.resolve("pids/half"));

            launcher.reap();

            assertThat(folder.resolve("pids/half")).doesNotExist();
        }
    }

    @Test
    void sparesAProcessThatGotTheNumberOfADeadOne() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try (var launcher = new Launcher(folder)) {
            Files.writeString(folder.resolve("pids/gone"), Long.toString(stranger.pid()));

            launcher.reap();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void namesTheLogsTailWhenAServerDoesNotStart() throws IOException, InterruptedException {
        try (var launcher = new Launcher(folder)) {
            var broken = new Script("broken", folder, "echo the disk is full; exit 3");

            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> Boot.up(broken, launcher, Duration.ofSeconds(20))))
                    .hasMessageContaining("broken ended with code 3")
                    .hasMessageContaining("the disk is full");
        }
    }
}
