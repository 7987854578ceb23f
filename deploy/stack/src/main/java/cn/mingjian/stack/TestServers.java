package cn.mingjian.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One PostgreSQL, one Kafka and one Keycloak for all tests of a build, in a folder that is thrown away afterwards. */
public final class TestServers implements AutoCloseable {

    /** Where the servers are and what opens them. */
    public record Addresses(
            int postgresPort,
            String postgresPassword,
            String kafka,
            String kafkaPassword,
            String keycloak,
            String realm,
            Map<String, String> clients) {

        /** Reads what {@link #write} wrote. */
        public static Addresses read(Path file) throws IOException {
            return new ObjectMapper().readValue(file.toFile(), Addresses.class);
        }

        /** Leaves them in a file for the tests of other processes. */
        public void write(Path file) throws IOException {
            PrivateFile.write(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this));
        }

        /** What a test needs to do everything at the broker, as Kafka's clients take it. */
        public Map<String, String> broker() {
            return KafkaServer.settings(kafka, KafkaServer.SUPERUSER, kafkaPassword);
        }

        /** The same for a service, as its environment. */
        public Map<String, String> brokerEnvironment() {
            return KafkaServer.environment(kafka, KafkaServer.SUPERUSER, kafkaPassword);
        }

        /** Makes a database of its own for one test run; returns its JDBC address. */
        public String database(PostgresServer.Database database) throws IOException {
            PostgresServer.create(postgresPort, postgresPassword, database);
            return PostgresServer.url(postgresPort, database.name());
        }
    }

    private static final String FILE = "MINGJIAN_TEST_SERVERS";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final Launcher launcher;
    private final List<Child> children = new ArrayList<>();
    private final Addresses addresses;

    private TestServers(Path folder, Launcher launcher, Addresses addresses) {
        this.folder = folder;
        this.launcher = launcher;
        this.addresses = addresses;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** What they write; thrown away by {@link #close}. */
    public Path folder() {
        return folder;
    }

    /**
     * Those of the build when {@code MINGJIAN_TEST_SERVERS} names the file with their addresses, else some of one's own, once per
     * JVM and for all class loaders in it.
     */
    public static Addresses ofBuild() {
        synchronized (System.getProperties()) {
            try {
                String file = System.getProperty(FILE, System.getenv(FILE));
                return Addresses.read(Path.of(file != null ? file : own()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts servers that end with this JVM. */
    private static String own() throws IOException {
        try {
            TestServers servers = start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    servers.close();
                } catch (IOException e) {
                    System.err.println("test servers left data behind: " + e.getMessage());
                }
            }));
            Path file = servers.folder().resolve("addresses.json");
            servers.addresses().write(file);
            System.setProperty(FILE, file.toString());
            return file.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting test servers", e);
        }
    }

    /** Starts all three side by side and returns when all answer. */
    public static TestServers start() throws IOException, InterruptedException {
        // Others may pass through, not look: PostgreSQL may have to run as a user of its own.
        Path folder = Files.createTempDirectory(
                "mingjian-test", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        var installation = Installation.find();
        var keycloakDatabase = new PostgresServer.Database(
                "keycloak", new PostgresServer.Account("keycloak", Secrets.next()), List.of());
        String password = Secrets.next();
        var postgres = new PostgresServer(
                installation, folder.resolve("postgres"), Ports.free(), password, List.of(keycloakDatabase));
        String kafkaPassword = Secrets.next();
        var kafka = new KafkaServer(
                installation, folder.resolve("kafka"), Ports.free(), Ports.free(), kafkaPassword, Map.of(), List.of());
        Realm realm = realm("mingjian-realm.json")
                .with(realm("demo.json"))
                .with(realm("test.json"))
                .withPortal("http://127.0.0.1");
        Map<String, String> clients = new TreeMap<>();
        realm.confidentialClients().forEach(client -> clients.put(client, Secrets.next()));
        var keycloak = new KeycloakServer(
                installation,
                folder.resolve("keycloak"),
                Ports.free(),
                Ports.free(),
                postgres.url(keycloakDatabase.name()),
                keycloakDatabase,
                new KeycloakServer.Admin("admin", Secrets.next()),
                realm.withSecrets(clients));
        var addresses = new Addresses(
                postgres.port(),
                password,
                kafka.bootstrap(),
                kafkaPassword,
                keycloak.address(),
                "mingjian",
                Map.copyOf(clients));
        var servers = new TestServers(folder, new Launcher(folder), addresses);
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> broker = side.submit(() -> servers.up(kafka));
            servers.up(postgres);
            servers.up(keycloak);
            broker.get();
            return servers;
        } catch (ExecutionException e) {
            servers.close();
            throw new IOException(e.getCause());
        } catch (IOException | InterruptedException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private Child up(Server server) throws IOException, InterruptedException {
        Child child = Boot.up(server, launcher, PATIENCE);
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    /** Part of the realm as it lies in this jar. */
    static Realm realm(String name) throws IOException {
        try (InputStream in = Realm.class.getResourceAsStream("/keycloak/" + name)) {
            return Realm.read(Objects.requireNonNull(in, name));
        }
    }

    /** Stops all three at once and throws their data away. */
    @Override
    public void close() throws IOException {
        synchronized (children) {
            for (Child child : children) {
                try {
                    child.stop(Duration.ZERO);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        launcher.close();
        Installation.delete(folder);
    }
}
