package cn.mingjian.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of the service under test, as a query sees it that forgets its filter. */
public final class RowSecurity {

    private static final String READABLE = """
            select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege(oid, 'SELECT')
             order by relname
            """;

    private RowSecurity() {}

    /**
     * Fails unless rows are there for people of the place and for the background, and none for strangers, people of a place
     * whose code merely begins alike, and requests without a caller.
     *
     * @param place where the test has left rows: {@code nansha/dagang}
     */
    public static void assertHolds(String place) {
        assertThat(seenBy(place)).as("rows for " + place).isNotEmpty();
        assertThat(rows("quarkus.datasource.worker.username", "quarkus.datasource.worker.password", ""))
                .as("rows for the worker")
                .containsAllEntriesOf(seenBy("*"));
        for (String stranger : List.of("", "elsewhere", "elsewhere/" + place.replaceFirst(".*/", ""), place + "x")) {
            assertThat(seenBy(stranger)).as("rows for '%s'", stranger).isEmpty();
        }
    }

    private static Map<String, Long> seenBy(String scope) {
        return rows("quarkus.datasource.username", "quarkus.datasource.password", scope);
    }

    /** How many rows of each table such a connection sees, asking for all; tables of which it sees none are left out. */
    private static Map<String, Long> rows(String user, String password, String scope) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class))) {
            try (PreparedStatement set = connection.prepareStatement("select set_config('app.scope', ?, false)")) {
                set.setString(1, scope);
                set.execute();
            }
            var rows = new TreeMap<String, Long>();
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        rows.put(table, count.getLong(1));
                    }
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READABLE)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
