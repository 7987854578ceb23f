package cn.mingjian.integration.audit;

import static io.restassured.RestAssured.given;

import cn.mingjian.audit.Access;
import cn.mingjian.audit.Finding.Kind;
import cn.mingjian.audit.Verification;
import cn.mingjian.platform.test.Audit;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What a superuser does to the service's database and undoes again, and what the verification finds meanwhile. */
final class Tampering {

    private static final String STATION = "/v1/districts/nansha/stations/audited";

    private Tampering() {}

    /** A station, and a delivery of records with a line that is none; sealed and told of. */
    static void leaveATrailOfSealedEntries() throws SQLException {
        Topics.publish(
                "district.station",
                "nansha/audited",
                "StationRegistered",
                Map.of("district", "nansha", "station", "audited", "version", 1, "name", "社工服务站"));
        platform().header("Prefer", "wait=30").get(STATION).then().statusCode(200);
        platform()
                .contentType("application/x-ndjson")
                .body("{\"id\":\n{}\n".getBytes(StandardCharsets.UTF_8))
                .put(STATION + "/deliveries/spoilt")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 202));
        long entries = number("select count(*) from audit_entry");
        Topics.await("audit.checkpoint", "CheckpointSigned", it -> it.get("seq").asLong() >= entries);
    }

    /** What is found when the statements were executed with every trigger off; everything is as before afterwards. */
    static List<Kind> after(String... statements) throws SQLException {
        return after(access(""), statements);
    }

    static List<Kind> after(Access access, String... statements) throws SQLException {
        List<String> tables = List.of("audit_entry", "audit_seal", "station", "delivery", "quarantined_line");
        try (Connection connection = Audit.superuser();
                Statement superuser = connection.createStatement()) {
            // The sealer would go on where the chain was cut.
            superuser.execute("select pg_advisory_lock(hashtext('audit-sealer'))");
            superuser.execute("create schema kept");
            for (String table : tables) {
                superuser.execute("create table kept.%1$s as table public.%1$s".formatted(table));
            }
            try {
                withoutTriggers(superuser, tables, statements);
                return kinds(access);
            } finally {
                withoutTriggers(
                        superuser,
                        tables,
                        "truncate " + String.join(", ", tables),
                        String.join(
                                ";",
                                tables.stream()
                                        .map(
                                                "insert into public.%1$s overriding system value table kept.%1$s"
                                                        ::formatted)
                                        .toList()));
                superuser.execute("drop schema kept cascade");
            }
        }
    }

    /** What is found between two statements of which the second undoes the first. */
    static List<Kind> during(String tampering, String restoring) throws SQLException {
        try (Connection connection = Audit.superuser();
                Statement superuser = connection.createStatement()) {
            // What is to be restored may be what the sealer needs.
            superuser.execute("select pg_advisory_lock(hashtext('audit-sealer'))");
            superuser.execute("create schema elsewhere");
            String restored = restoring;
            if (restoring.startsWith("restore ")) {
                try (ResultSet row = superuser.executeQuery("select pg_get_functiondef('%s'::regprocedure)"
                        .formatted(restoring.substring("restore ".length())))) {
                    row.next();
                    restored = row.getString(1);
                }
            }
            superuser.execute(tampering);
            try {
                return kinds();
            } finally {
                superuser.execute(restored);
                superuser.execute("drop schema elsewhere");
            }
        }
    }

    /** Runs statements as the service's migrations do: in one transaction, under the owner's login. */
    static void migrate(String... statements) throws SQLException {
        try (Connection connection = Audit.superuser();
                Statement owner = connection.createStatement()) {
            owner.execute("""
                    do $$ begin
                      execute format('set session authorization %I',
                                     (select tableowner from pg_tables where tablename = 'audit_entry'));
                    end $$
                    """);
            connection.setAutoCommit(false);
            for (String statement : statements) {
                owner.execute(statement);
            }
            connection.commit();
        }
    }

    private static void withoutTriggers(Statement superuser, List<String> tables, String... statements)
            throws SQLException {
        superuser.execute("begin");
        for (String table : tables) {
            superuser.execute("alter table " + table + " disable trigger all");
        }
        for (String statement : statements) {
            superuser.execute(statement);
        }
        for (String table : tables) {
            superuser.execute("alter table " + table + " enable trigger all");
            superuser.execute("""
                    do $$ declare t record; begin
                      for t in select tgname from pg_trigger where tgrelid = '%1$s'::regclass and not tgisinternal loop
                        execute format('alter table %1$s enable always trigger %%I', t.tgname);
                      end loop;
                    end $$
                    """.formatted(table));
        }
        superuser.execute("commit");
    }

    static List<Kind> kinds() throws SQLException {
        return kinds(access(""));
    }

    static List<Kind> kinds(Access access) throws SQLException {
        return Verification.of("integration", access).findings().stream()
                .map(finding -> finding.kind())
                .toList();
    }

    static Access access(String further) {
        return access(further, Audit.database());
    }

    static Access access(String further, String database) {
        return new Access(
                Audit.kafka(),
                Audit.topicPrefix() + further,
                Map.of(
                        "integration",
                        new Access.Database(
                                database, "postgres", Audit.superuserPassword(), List.of(Audit.verifyingKey()))));
    }

    static long number(String query) throws SQLException {
        try (Connection connection = Audit.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static io.restassured.specification.RequestSpecification platform() {
        return given().auth().oauth2(Tokens.of("platform", "nansha"));
    }
}
