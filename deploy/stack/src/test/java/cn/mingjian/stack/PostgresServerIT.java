package cn.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    private static final String PASSWORD = "of this test only";

    @TempDir
    private Path folder;

    /** A service may be in again before the server that came back is furnished. */
    @Test
    void furnishingItAgainTakesNothingFromWhoeverIsIn() throws Exception {
        // PostgreSQL may have to run as a user of its own, who passes through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var server = new PostgresServer(
                Installation.find(),
                folder.resolve("postgres"),
                Ports.free(),
                PASSWORD,
                List.of(PostgresServer.Database.ofService("indicator", role -> PASSWORD)));
        try (var launcher = new Launcher(folder)) {
            Child process = Boot.up(server, launcher, Duration.ofMinutes(1));
            try (var worker = DriverManager.getConnection(server.url("indicator"), "indicator_worker", PASSWORD);
                    var statement = worker.createStatement()) {
                statement.execute("create temporary table staged (record text)");

                server.furnish();

                assertThat(statement.executeUpdate("insert into staged values ('one')"))
                        .isEqualTo(1);
            }
            process.stop(Duration.ofSeconds(10));
        }
    }
}
