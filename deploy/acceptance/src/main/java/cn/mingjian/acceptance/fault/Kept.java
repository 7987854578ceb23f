package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.running.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the platform keeps of a run: every table of every service, Keycloak's groups and accounts, the topics. */
final class Kept {
    static final List<String> SERVICES =
            List.of("district", "indicator", "staffing", "scoring", "report", "integration");

    private static final String ACCOUNT_NAMES = "select id, username from user_entity";
    private static final String GROUPS = """
            with recursive tree as (
              select id, name::text as path from keycloak_group where coalesce(trim(parent_group), '') = ''
              union all
              select g.id, tree.path || '/' || g.name from keycloak_group g join tree on g.parent_group = tree.id)
            select jsonb_build_object('path', path, 'roles', (
                     select jsonb_agg(r.name order by r.name) from group_role_mapping m
                       join keycloak_role r on r.id = m.role_id where m.group_id = tree.id))::text
              from tree
            """;
    private static final String ACCOUNTS = """
            with recursive tree as (
              select id, name::text as path from keycloak_group where coalesce(trim(parent_group), '') = ''
              union all
              select g.id, tree.path || '/' || g.name from keycloak_group g join tree on g.parent_group = tree.id)
            select jsonb_build_object(
                     'username', u.username, 'enabled', u.enabled,
                     'attributes', (select jsonb_object_agg(a.name, a.value) from user_attribute a where a.user_id = u.id),
                     'credentials', (select jsonb_agg(c.type) from credential c where c.user_id = u.id),
                     'groups', (select jsonb_agg(tree.path order by tree.path) from user_group_membership m
                                  join tree on tree.id = m.group_id where m.user_id = u.id))::text
              from user_entity u where u.service_account_client_link is null
            """;

    private final Platform platform;

    Kept(Platform platform) {
        this.platform = platform;
    }

    /** All of one run. */
    Entries of(String run) throws IOException, SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        Map<String, String> accounts = new HashMap<>();
        try (Connection keycloak = connect("keycloak")) {
            try (Statement statement = keycloak.createStatement();
                    ResultSet row = statement.executeQuery(ACCOUNT_NAMES)) {
                while (row.next()) accounts.put(row.getString(1), row.getString(2));
            }
            Names names = new Names(run, accounts);
            found.put("keycloak groups", ofRun(keycloak, GROUPS, names));
            found.put("keycloak accounts", ofRun(keycloak, ACCOUNTS, names));
        }
        Names names = new Names(run, accounts);
        Map<String, List<Applied>> inboxes = new TreeMap<>();
        for (String service : SERVICES) {
            try (Connection database = connect(service)) {
                Catalogue catalogue = Catalogue.of(database);
                for (String table : catalogue.tables())
                    if (!Projections.isApart(table))
                        found.put(service + "." + table, ofRun(database, catalogue.rows(table), names));
                found.computeIfPresent(service + ".audit_entry", (place, rows) -> AuditEntries.projected(rows));
                inboxes.put(service, applied(database));
            }
        }
        Events events = Events.read(platform, names);
        found.put("events", events.once());
        found.put("events not applied", events.notIn(inboxes));
        return Versions.of(found).projected();
    }

    /** Tables that nobody has thought of: without a row of the run although none is declared to be without. */
    List<String> forgotten(Entries entries) {
        List<String> forgotten = new ArrayList<>();
        entries.byPlace().forEach((place, rows) -> {
            int dot = place.indexOf('.');
            if (dot < 0) return;
            boolean empty = Projections.isEmpty(place.substring(0, dot), place.substring(dot + 1));
            if (rows.isEmpty() != empty) forgotten.add(place);
        });
        return forgotten;
    }

    /** An event that has had its effect in a service. */
    record Applied(String event, String type) {}

    private static List<Applied> applied(Connection database) throws SQLException {
        List<Applied> applied = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select event_id, type from inbox")) {
            while (row.next()) applied.add(new Applied(row.getString(1), row.getString(2)));
        }
        return applied;
    }

    private static List<String> ofRun(Connection database, String query, Names names) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) if (names.occurIn(row.getString(1))) rows.add(names.common(row.getString(1)));
        }
        Collections.sort(rows);
        return rows;
    }

    /** As the server's own superuser: no row is hidden from it. */
    Connection connect(String database) throws IOException, SQLException {
        return DriverManager.getConnection(platform.database(database), "postgres", platform.secret("postgres"));
    }
}
