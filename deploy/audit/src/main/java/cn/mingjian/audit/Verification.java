package cn.mingjian.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One service's audit held against its checkpoints, and its tables against its audit. */
public final class Verification {

    // SQL states, and classes of them.
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String DATA_EXCEPTION = "22";
    private static final String NOT_AS_NAMED = "42";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Verification() {}

    /**
     * How much of the audit is held by what.
     *
     * @param sealed number of entries in the chain
     * @param unsealed entries too young to be in it
     * @param proved up to which entry genuine checkpoints and chain agree, 0 without any
     * @param at when the last of those checkpoints was signed
     */
    public record Extent(
            long sealed,
            long unsealed,
            long proved,
            @Nullable Instant at) {

        static final Extent NONE = new Extent(0, 0, 0, null);
    }

    /**
     * What came of it.
     *
     * @param tables number of tables compared
     * @param beyond number of findings that are not listed, where there are very many of a kind
     */
    public record Outcome(Extent extent, int tables, List<Finding> findings, int beyond) {

        public boolean clean() {
            return findings.isEmpty();
        }
    }

    /** @throws SQLException when the database cannot be reached; the broker's absence is a KafkaException */
    public static Outcome of(String service, Access access) throws SQLException {
        Access.Database location = access.services().get(service);
        if (location == null) {
            throw new IllegalArgumentException("没有这个服务：" + service);
        }
        var findings = new Findings();
        Extent extent = Extent.NONE;
        int tables = 0;
        // Opened first: what is published up to here was committed before, so the snapshot has it.
        try (var checkpoints = new Checkpoints(access, service, location.publicKeys(), findings);
                Connection database = connect(location)) {
            new MechanismCheck(database, findings).run();
            extent = new ChainCheck(service, database, checkpoints, findings).run();
            tables = new RowCheck(database, findings).run();
            database.rollback();
        } catch (SQLException failure) {
            if (!tellsOfTampering(failure)) {
                throw failure;
            }
            findings.add(Finding.Kind.AUDIT_UNREADABLE.of(String.valueOf(failure.getMessage())));
        }
        return new Outcome(extent, tables, findings.kept(), findings.beyond());
    }

    /** The server answers, but the database is gone, or what is asked of it is not there as it was made. */
    private static boolean tellsOfTampering(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals(NO_SUCH_DATABASE)
                || state.startsWith(DATA_EXCEPTION)
                || state.startsWith(NOT_AS_NAMED) && !state.equals(INSUFFICIENT_PRIVILEGE);
    }

    /** One snapshot for everything; values print as the triggers printed them, by functions of PostgreSQL's own. */
    static Connection connect(Access.Database location) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", location.user());
        properties.setProperty("password", location.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "verify-audit");
        Connection database = DriverManager.getConnection(location.url(), properties);
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set search_path = ''");
        }
        database.setReadOnly(true);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setAutoCommit(false);
        return database;
    }
}
