package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keycloak in production mode on loopback, with its own database and a realm that is imported when it is missing. */
public final class KeycloakServer implements Server {

    /** First sign-in of the operator of this Keycloak, in its master realm. */
    public record Admin(String username, String password) {}

    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--cache=local",
            "--features-disabled=ciba,device-flow,par,organization");

    /** The sign-in page's own look and words. */
    private static final List<String> THEME = List.of(
            "login/theme.properties",
            "login/footer.ftl",
            "login/messages/messages_zh_Hans.properties",
            "login/resources/css/mingjian.css");

    private final Installation installation;
    private final Path folder;
    private final int port;
    private final int managementPort;
    private final String databaseUrl;
    private final PostgresServer.Database database;
    private final Admin admin;
    private final String realm;

    /**
     * @param realm the whole realm as JSON with its secrets; used only while the realm does not exist
     */
    public KeycloakServer(
            Installation installation,
            Path folder,
            int port,
            int managementPort,
            String databaseUrl,
            PostgresServer.Database database,
            Admin admin,
            String realm) {
        this.installation = installation;
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.managementPort = managementPort;
        this.databaseUrl = databaseUrl;
        this.database = database;
        this.admin = admin;
        this.realm = realm;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    /** Where clients find it. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The program is shared; what it writes is this server's own, so its home is a folder of links to the program. */
    @Override
    public void prepare(Launcher launcher) throws IOException, InterruptedException {
        Path program = installation.keycloak();
        String built = "keycloak-built-" + Integer.toHexString(BUILD.hashCode()) + "-"
                + Runtime.version().feature();
        installation.once(
                installation.folder().resolve(built),
                () -> launcher.run(name(), new Command(java("-Xmx512m", program, BUILD), Map.of(), program)));
        Files.createDirectories(folder.resolve("data/import"));
        for (String part : List.of("lib", "conf", "providers")) {
            Path link = folder.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program.resolve(part));
        }
        PrivateFile.write(folder.resolve("data/import/realm.json"), realm);
        for (String file : THEME) {
            Path target = folder.resolve("themes/mingjian").resolve(file);
            Files.createDirectories(target.getParent());
            try (var in =
                    Objects.requireNonNull(KeycloakServer.class.getResourceAsStream("/keycloak/theme/" + file), file)) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public Command command() {
        return new Command(
                java(
                        "-Xmx192m",
                        folder,
                        List.of(
                                "start",
                                "--optimized",
                                "--import-realm",
                                "--hostname=" + address(),
                                "--http-enabled=true",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--http-management-port=" + managementPort,
                                "--db-url=" + databaseUrl,
                                "--db-username=" + database.owner().role(),
                                "--db-pool-initial-size=2",
                                "--db-pool-max-size=12")),
                Map.of(
                        // Else every connection of its pool fails once more after the database was restarted.
                        "QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true",
                        "KC_DB_PASSWORD", database.owner().password(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", admin.username(),
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", admin.password()),
                folder);
    }

    @Override
    public boolean answers() {
        return Http.isOk("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    /** What kc.sh would run; called directly so that the process that is watched is the server itself. */
    private static List<String> java(String heap, Path home, List<String> arguments) {
        var line = new ArrayList<>(List.of(
                Command.java(),
                "-Xms64m",
                heap,
                "-XX:MetaspaceSize=96m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(arguments);
        return line;
    }
}
