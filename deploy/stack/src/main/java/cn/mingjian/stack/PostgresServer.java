package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * PostgreSQL that loses nothing it has acknowledged: fsync and synchronous_commit stay on. It listens on loopback only
 * and asks everybody for a password.
 */
public final class PostgresServer implements Server {

    /** Who may enter a database, and by what. */
    public record Account(String role, String password) {
        public Account {
            requireIdentifier(role);
        }
    }

    /** One database: who owns what is in it, and who else may enter. */
    public record Database(String name, Account owner, List<Account> others) {
        public Database {
            requireIdentifier(name);
            others = List.copyOf(others);
        }

        /**
         * A service's: requests come in under the database's own name, background work and migrations under roles of their own.
         *
         * @param passwords by role
         */
        public static Database ofService(String name, Function<String, String> passwords) {
            Function<String, Account> account = role -> new Account(role, passwords.apply(role));
            return new Database(
                    name, account.apply(name + OWNER), List.of(account.apply(name), account.apply(name + WORKER)));
        }

        /** How a service is told of it, but for the address. */
        public Map<String, String> environment() {
            Account requests = others.get(0);
            Account worker = others.get(1);
            return Map.of(
                    "MINGJIAN_DATABASE_USER", requests.role(),
                    "MINGJIAN_DATABASE_PASSWORD", requests.password(),
                    "MINGJIAN_DATABASE_WORKER", worker.role(),
                    "MINGJIAN_DATABASE_WORKER_PASSWORD", worker.password(),
                    "MINGJIAN_DATABASE_OWNER", owner.role(),
                    "MINGJIAN_DATABASE_OWNER_PASSWORD", owner.password());
        }
    }

    static final String OWNER = "_owner";
    static final String WORKER = "_worker";

    private static final String SUPERUSER = "postgres";

    private final Installation installation;
    private final Path folder;
    private final int port;
    private final String password;
    private final List<Database> databases;

    public PostgresServer(Installation installation, Path folder, int port, String password, List<Database> databases) {
        this.installation = installation;
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.password = password;
        this.databases = List.copyOf(databases);
    }

    @Override
    public String name() {
        return "postgres";
    }

    public int port() {
        return port;
    }

    /** Address of one of its databases for JDBC. */
    public String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void prepare(Launcher launcher) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("data"))) {
            return;
        }
        Installation.delete(folder);
        Files.createDirectories(folder);
        Path secret = PrivateFile.write(folder.resolve("password"), password);
        giveAway(folder);
        Path draft = folder.resolve("data.new");
        launcher.run(
                name(),
                new Command(
                        asServer(
                                "initdb",
                                "--pgdata=" + draft,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C"),
                        Map.of(),
                        folder));
        Files.delete(secret);
        Files.move(draft, folder.resolve("data"));
    }

    @Override
    public Command command() throws IOException {
        var settings = new Properties();
        settings.putAll(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "max_connections", "250",
                "shared_buffers", "96MB",
                "jit", "off",
                "timezone", "UTC"));
        var arguments = new ArrayList<>(List.of("-D", folder.resolve("data").toString()));
        settings.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> arguments.addAll(List.of("-c", name + "=" + settings.getProperty(name))));
        return new Command(asServer("postgres", arguments.toArray(String[]::new)), Map.of(), folder);
    }

    /** Fast shutdown: clients are sent away, everything is written, no recovery at the next start. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public boolean answers() {
        try (var connection = connect(port, password, SUPERUSER);
                var statement = connection.createStatement();
                ResultSet one = statement.executeQuery("select 1")) {
            return one.next();
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void furnish() throws IOException {
        for (Database database : databases) {
            create(port, password, database);
        }
        try (var connection = connect(port, password, SUPERUSER);
                var statement = connection.createStatement()) {
            // Every role may enter these by default; a service has no business but in its own.
            statement.execute("revoke connect on database postgres, template1 from public");
        } catch (SQLException e) {
            throw new IOException("cannot close the system's databases", e);
        }
    }

    /** Makes the database and its roles unless they exist; the passwords are set in any case. */
    static void create(int port, String password, Database database) throws IOException {
        try (var connection = connect(port, password, SUPERUSER);
                var statement = connection.createStatement()) {
            create(statement, database);
        } catch (SQLException e) {
            throw new IOException("cannot make database " + database.name(), e);
        }
    }

    private static void create(Statement statement, Database database) throws SQLException {
        create(statement, database.owner());
        for (Account other : database.others()) {
            create(statement, other);
        }
        String name = database.name();
        if (isMissing(statement, "select from pg_database where datname = '" + name + "'")) {
            statement.execute(
                    "create database " + name + " owner " + database.owner().role());
        }
        statement.execute("revoke all on database " + name + " from public");
        for (Account other : database.others()) {
            statement.execute("grant connect, temporary on database " + name + " to " + other.role());
        }
    }

    private static void create(Statement statement, Account account) throws SQLException {
        String role = account.role();
        if (isMissing(statement, "select from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login");
        }
        statement.execute("alter role " + role + " password " + statement.enquoteLiteral(account.password()));
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static Connection connect(int port, String password, String database) throws SQLException {
        var properties = new Properties();
        properties.putAll(Map.of("user", SUPERUSER, "password", password, "connectTimeout", "2"));
        return DriverManager.getConnection(url(port, database), properties);
    }

    /**
     * PostgreSQL refuses to run as root. For root it runs in a user namespace of its own, where it is nobody and yet
     * owns its files; where namespaces are forbidden it runs as the user nobody, who must be able to reach the folder.
     */
    private List<String> asServer(String program, String... arguments) throws IOException {
        var line = new ArrayList<String>();
        if (isRoot()) {
            line.addAll(
                    namespaces()
                            ? List.of("unshare", "--user")
                            : List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        line.add(installation.postgres().resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private static void giveAway(Path folder) throws IOException, InterruptedException {
        if (isRoot() && !namespaces()) {
            new ProcessBuilder("chown", "-R", "65534:65534", folder.toString())
                    .start()
                    .waitFor();
        }
    }

    private static void requireIdentifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain identifier: " + name);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean namespaces() {
        return Launcher.succeeds("unshare", "--user", "true");
    }
}
