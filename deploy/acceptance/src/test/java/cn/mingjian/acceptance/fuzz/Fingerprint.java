package cn.mingjian.acceptance.fuzz;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every table of every service holds, and Keycloak's of accounts and groups, in one number each. */
public final class Fingerprint {

    private static final List<String> DIRECTORY = List.of(
            "user_entity", "user_group_membership", "keycloak_group", "group_role_mapping", "user_role_mapping");

    /** Rows of work that is under way, by table. */
    private static final Map<String, String> UNDER_WAY = Map.of(
            "outbox",
            "true",
            "board_rebuilding",
            "done_at is null",
            "audit_entry",
            "not exists (select from audit_seal s where s.entry = audit_entry.id)");

    private static final String WAITING = " waiting";

    private final String server;
    private final String password;
    private final List<String> services;

    /** @param server JDBC address up to the database's name */
    public Fingerprint(String server, String password, List<String> services) {
        this.server = server;
        this.password = password;
        this.services = services;
    }

    /** By database and table, once nothing moves any more: what was accepted before may still be under way. */
    public Map<String, String> settled() throws SQLException {
        Map<String, String> before = now();
        Map<String, String> after = now();
        while (!after.equals(before) || after.entrySet().stream().anyMatch(Fingerprint::isUnderWay)) {
            before = after;
            after = now();
        }
        return after;
    }

    /** What was written under each of these traces, as the services' audits tell it. */
    public Map<String, Set<String>> written(Set<String> traces) throws SQLException {
        Map<String, Set<String>> written = new TreeMap<>();
        for (String service : services) {
            try (Connection connection = DriverManager.getConnection(server + service, "postgres", password);
                    PreparedStatement select = connection.prepareStatement(
                            "select distinct trace, relation from audit_entry where trace = any (?)")) {
                select.setArray(1, connection.createArrayOf("text", traces.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        written.computeIfAbsent(row.getString(1), any -> new TreeSet<>())
                                .add(service + "." + row.getString(2));
                    }
                }
            }
        }
        return written;
    }

    private static boolean isUnderWay(Map.Entry<String, String> table) {
        return table.getKey().endsWith(WAITING) && !table.getValue().equals("0");
    }

    private Map<String, String> now() throws SQLException {
        Map<String, String> all = new TreeMap<>();
        for (String service : services) {
            try (Connection connection = DriverManager.getConnection(server + service, "postgres", password);
                    Statement statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                // Keycloak's servers say in jgroups_ping now and then that they are there.
                try (ResultSet row = statement.executeQuery(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                                + " and relname not in ('flyway_schema_history', 'jgroups_ping')")) {
                    while (row.next()) {
                        tables.add(row.getString(1));
                    }
                }
                for (String table : tables) {
                    all.put(service + "." + table, sum(statement, table));
                    String condition = UNDER_WAY.get(table);
                    if (condition != null) {
                        all.put(service + "." + table + WAITING, waiting(statement, table, condition));
                    }
                }
            }
        }
        try (Connection connection = DriverManager.getConnection(server + "keycloak", "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String table : DIRECTORY) {
                all.put("keycloak." + table, sum(statement, table));
            }
        }
        return all;
    }

    private static String waiting(Statement statement, String table, String condition) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*) from " + statement.enquoteIdentifier(table, true) + " where " + condition)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String sum(Statement statement, String table) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                        + " from " + statement.enquoteIdentifier(table, true) + " t")) {
            row.next();
            return row.getString(1);
        }
    }
}
