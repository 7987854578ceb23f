package cn.mingjian.platform.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The database of the service under test as its superuser sees it, who is beyond every right but not beyond the audit. */
public final class Audit {

    /** The tables of every service whose rows nobody is asked about. */
    public static final Set<String> PLUMBING =
            Set.of("audit_entry", "audit_seal", "flyway_schema_history", "inbox", "outbox", "parked_event");

    static final String DATABASE = "mingjian.test.database";
    static final String KEY = "mingjian.test.audit-key";

    private static final String UNWATCHED = """
            select relname from pg_class c
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
               and (select count(*) from pg_trigger t where tgrelid = c.oid and tgenabled = 'A'
                     and tgname in ('audit_row', 'audit_insert', 'audit_update', 'audit_delete')) not in (1, 3)
            """;

    private Audit() {}

    /** Address of the service's database for JDBC. */
    public static String database() {
        return System.getProperty(DATABASE, "");
    }

    public static String superuserPassword() {
        return RealServers.addresses().postgresPassword();
    }

    /** The public half of the key that the service signs its checkpoints with: X.509 in base 64. */
    public static String verifyingKey() {
        return System.getProperty(KEY, "");
    }

    /** Settings of a Kafka client that may do everything. */
    public static Map<String, String> kafka() {
        return RealServers.addresses().broker();
    }

    public static String topicPrefix() {
        return RealServers.topicPrefix();
    }

    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(database(), "postgres", superuserPassword());
    }

    /** Tables whose changes leave no entry. */
    public static Set<String> unwatched() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNWATCHED)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
