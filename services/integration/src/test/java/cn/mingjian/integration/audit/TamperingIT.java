package cn.mingjian.integration.audit;

import static cn.mingjian.integration.audit.Tampering.access;
import static cn.mingjian.integration.audit.Tampering.after;
import static cn.mingjian.integration.audit.Tampering.during;
import static cn.mingjian.integration.audit.Tampering.kinds;
import static cn.mingjian.integration.audit.Tampering.leaveATrailOfSealedEntries;
import static cn.mingjian.integration.audit.Tampering.migrate;
import static cn.mingjian.integration.audit.Tampering.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.mingjian.audit.Access;
import cn.mingjian.audit.Finding.Kind;
import cn.mingjian.audit.Verification;
import cn.mingjian.platform.audit.Chain;
import cn.mingjian.platform.test.Audit;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A superuser may do anything to the database: each thing he might do to the audit, or behind its back, is found. Every test
 * tampers with what a station and a delivery of records left, and puts it back.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TamperingIT {

    private static final String REHASH = """
            do $$
            declare h bytea := sha256(convert_to('mingjian audit integration', 'UTF8')); r record;
            begin
              for r in select s.seq, %s as canonical from audit_seal s join audit_entry e on e.id = s.entry order by s.seq loop
                h := sha256(h || convert_to(r.canonical, 'UTF8'));
                update audit_seal set hash = h where seq = r.seq;
              end loop;
            end $$
            """.formatted(Chain.CANONICAL);

    @BeforeEach
    void leaveATrail() throws SQLException {
        leaveATrailOfSealedEntries();
    }

    @Test
    void findsNothingWhereNothingWasDone() throws SQLException {
        var outcome = Verification.of("integration", access(""));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.extent().sealed())
                .isPositive()
                .isEqualTo(outcome.extent().proved());
        assertThat(outcome.extent().unsealed()).isZero();
        assertThat(number("select count(*) from audit_entry where relation = 'quarantined_line'"))
                .isPositive();
    }

    @Test
    void findsAnEditedEntry() throws SQLException {
        assertThat(
                        after(
                                "update audit_entry set account = 'somebody else' where id = (select entry from audit_seal where seq = 1)"))
                .containsExactly(Kind.ENTRY_EDITED);
    }

    @Test
    void findsADeletedEntry() throws SQLException {
        assertThat(after("delete from audit_entry where id = (select entry from audit_seal where seq = 2)"))
                .contains(Kind.ENTRY_MISSING);
        assertThat(after(
                        "delete from audit_entry where id = (select entry from audit_seal where seq = 2)",
                        "delete from audit_seal where seq = 2"))
                .contains(Kind.SEALS_MISSING);
    }

    @Test
    void findsSwappedEntries() throws SQLException {
        assertThat(after(
                        "update audit_seal set seq = 1000001 where seq = 1",
                        "update audit_seal set seq = 1 where seq = 2",
                        "update audit_seal set seq = 2 where seq = 1000001"))
                .contains(Kind.ENTRY_REORDERED);
    }

    @Test
    void findsACutTail() throws SQLException {
        assertThat(after(
                        "delete from audit_entry where id = (select entry from audit_seal order by seq desc limit 1)",
                        "delete from audit_seal where seq = (select max(seq) from audit_seal)"))
                .contains(Kind.TAIL_CUT);
        assertThat(after("truncate audit_entry, audit_seal")).contains(Kind.TAIL_CUT);
    }

    @Test
    void findsAChainMadeAnewFromItsFirstEntry() throws SQLException {
        assertThat(after(
                        "update audit_entry set account = 'somebody else' where id = (select entry from audit_seal where seq = 1)",
                        REHASH))
                .isNotEmpty()
                .allMatch(Kind.CHAIN_REWRITTEN::equals);
    }

    @Test
    void findsAnEntrySlippedIn() throws SQLException {
        assertThat(after("""
                        insert into audit_entry (txid, relation, operation, row_key, after)
                        select txid, relation, 'UPDATE', row_key, after from audit_entry where id = (select entry from audit_seal where seq = 1)
                        """)).containsExactly(Kind.ENTRY_SLIPPED_IN);
    }

    @Test
    void findsAForgedCheckpoint() throws SQLException {
        forge("forged.");

        assertThat(kinds(access("forged."))).contains(Kind.CHECKPOINT_FORGED);
    }

    /** A service at work goes on telling while it is verified; the snapshot of its database need not know of what is told then. */
    @Test
    void asksNothingOfCheckpointsThatCameAfterTheSnapshot() throws Exception {
        forge("late.");
        try (Detour detour = new Detour(Audit.database(), () -> forge("late."))) {
            assertThat(kinds(access("late.", detour.address())))
                    .filteredOn(Kind.CHECKPOINT_FORGED::equals)
                    .hasSize(1);
        }

        assertThat(kinds(access("late.")))
                .filteredOn(Kind.CHECKPOINT_FORGED::equals)
                .hasSize(2);
    }

    private static void forge(String prefix) {
        Topics.publishGarbage(
                prefix + "audit.checkpoint",
                "integration",
                "cn.mingjian.audit.CheckpointSigned.v1",
                Map.of(
                        "service", "integration",
                        "seq", 1,
                        "hash", "00",
                        "sealedAt", "2026-01-01T00:00:00Z",
                        "signature", "AAAA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update station set name = 'X'", "update delivery set lines = lines + 1"})
    void findsARowThatWasChangedWithTheTriggersOff(String change) throws SQLException {
        assertThat(after(change)).isNotEmpty().allMatch(Kind.ROW_CHANGED::equals);
    }

    @Test
    void findsRowsThatCameOrWentWithTheTriggersOff() throws SQLException {
        assertThat(after("insert into station values ('nansha/ghost', 1, 'X')")).containsExactly(Kind.ROW_ADDED);
        assertThat(after("delete from quarantined_line", "delete from delivery"))
                .contains(Kind.ROW_REMOVED, Kind.TABLE_CHANGED);
    }

    @Test
    void findsAChangedRowOfATableThatIsAuditedByItsSums() throws SQLException {
        assertThat(after("update quarantined_line set raw = 'X' where line = 1"))
                .containsExactly(Kind.TABLE_CHANGED);
    }

    /** The audit itself tells of it, so that nothing else can be found; last, as an entry stays for ever. */
    @Test
    @Order(Integer.MAX_VALUE)
    void findsAChangeByAnotherAccountThanTheServices() throws SQLException {
        long before = number("select count(*) from audit_entry");
        number("with changed as (update station set name = name || 'X' returning 1) select count(*) from changed");
        try (Connection connection = Audit.superuser();
                Statement stranger = connection.createStatement()) {
            stranger.execute("create role stranger bypassrls; grant select, update on station to stranger");
            stranger.execute("set session authorization stranger; update station set name = name || 'Y'");
            stranger.execute("reset session authorization; drop owned by stranger; drop role stranger");
        }
        Topics.await("audit.checkpoint", "CheckpointSigned", it -> it.get("seq").asLong() > before + 1);

        assertThat(kinds()).containsExactly(Kind.ENTRY_BY_OUTSIDER, Kind.ENTRY_BY_OUTSIDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"station", "delivery", "quarantined_line"})
    void findsATableThatIsGoneOrHasAnotherName(String table) throws SQLException {
        assertThat(during(
                        "alter table %s set schema elsewhere".formatted(table),
                        "alter table elsewhere.%s set schema public".formatted(table)))
                .containsExactly(Kind.TABLE_MISSING);
        assertThat(during(
                        "alter table %s rename to another".formatted(table),
                        "alter table another rename to %s".formatted(table)))
                .containsExactlyInAnyOrder(Kind.TABLE_MISSING, Kind.TABLE_UNWATCHED);
    }

    @ParameterizedTest
    @CsvSource({"audit_entry, trace", "audit_seal, hash"})
    void findsThatTheAuditItselfIsGone(String table, String column) throws SQLException {
        assertThat(during(
                        "alter table %s set schema elsewhere".formatted(table),
                        "alter table elsewhere.%s set schema public".formatted(table)))
                .contains(Kind.MECHANISM_MISSING, Kind.AUDIT_UNREADABLE);
        assertThat(during(
                        "alter table %s rename column %s to another".formatted(table, column),
                        "alter table %s rename column another to %s".formatted(table, column)))
                .contains(Kind.MECHANISM_MISSING, Kind.AUDIT_UNREADABLE);
    }

    @Test
    void findsThatTheDatabaseIsGone() throws SQLException {
        var gone = new Access.Database(
                Audit.database() + "_gone", "postgres", Audit.superuserPassword(), List.of(Audit.verifyingKey()));

        assertThat(kinds(new Access(Audit.kafka(), Audit.topicPrefix(), Map.of("integration", gone))))
                .containsExactly(Kind.AUDIT_UNREADABLE);
    }

    /** While the tests tamper they hold the sealer's lock, as whoever wants to keep entries out of the chain might. */
    @Test
    void findsThatTheSealerIsHeldUp() throws SQLException {
        assertThat(after("""
                        insert into audit_entry (at, relation, operation)
                        values (now() - interval '3 minutes', 'unsealed', 'INSERT')
                        """)).containsExactly(Kind.SEALING_HELD_UP);
    }

    @Test
    void findsThatCheckpointsAreHeldBack() throws SQLException {
        assertThat(after(access("silent."), "update audit_entry set at = at - interval '3 minutes'", REHASH))
                .containsExactly(Kind.CHECKPOINTS_MISSING);
    }

    @ParameterizedTest
    @MethodSource("waysToSilenceTheAudit")
    void findsThatTheAuditIsSilencedBeforeAnythingIsChanged(Kind kind, String tampering, String restoring)
            throws SQLException {
        assertThat(during(tampering, restoring)).contains(kind);
    }

    static Stream<Arguments> waysToSilenceTheAudit() {
        String triggersAsBefore = "select audit_set_triggers('station', audit_form('station'))";
        return Stream.of(
                arguments(
                        Kind.TABLE_UNWATCHED,
                        "alter table station disable trigger audit_row",
                        "alter table station enable always trigger audit_row"),
                arguments(
                        Kind.TABLE_UNWATCHED,
                        "alter table station enable trigger audit_row",
                        "alter table station enable always trigger audit_row"),
                arguments(Kind.TABLE_UNWATCHED, "drop trigger audit_row on station", triggersAsBefore),
                arguments(Kind.TABLE_UNWATCHED, """
                        create or replace trigger audit_row after insert or update or delete on station
                          for each row when (false) execute function audit_row('place')""", triggersAsBefore),
                arguments(Kind.TABLE_UNWATCHED, """
                        drop trigger audit_update on quarantined_line;
                        create trigger audit_update after insert on quarantined_line referencing new table as new_rows
                          for each statement execute function audit_statement()""", """
                        select audit_set_triggers('quarantined_line', audit_form('quarantined_line'))"""),
                arguments(
                        Kind.TABLE_REFORMED,
                        "comment on table station is 'audit: none'",
                        "comment on table station is null"),
                arguments(
                        Kind.TABLE_REFORMED,
                        "comment on table station is 'audit: sums'",
                        "comment on table station is null"),
                arguments(
                        Kind.MECHANISM_MISSING,
                        "create or replace function audit_row() returns trigger language plpgsql as 'begin return null; end'",
                        "restore audit_row()"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                        "restore refuse_change()"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "alter function audit_row() set app.account = 'somebody else'",
                        "alter function audit_row() reset app.account"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "alter role postgres set app.account = 'somebody else'",
                        "alter role postgres reset app.account"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "create function to_jsonb(station) returns jsonb language sql as 'select null::jsonb'",
                        "drop function to_jsonb(station)"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "create rule silent as on insert to audit_entry do instead nothing",
                        "drop rule silent on audit_entry"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "alter table audit_entry alter column trace set default 'somebody else'",
                        "alter table audit_entry alter column trace set default coalesce(current_setting('app.trace', true), '')"),
                arguments(
                        Kind.MECHANISM_MISSING,
                        "alter table audit_entry disable trigger audit_entry_append_only",
                        "alter table audit_entry enable always trigger audit_entry_append_only"),
                arguments(
                        Kind.MECHANISM_CHANGED,
                        "grant update on audit_seal to public",
                        "revoke update on audit_seal from public"));
    }

    @Test
    void staysCleanThroughMigrationsThatTellTheAudit() throws SQLException {
        migrate(
                "create table migrated (code text primary key, words text, number int not null)",
                "select audit_attach()",
                "insert into migrated values ('a', 'x', 1), ('b', 'y', 2)");
        assertThat(kinds()).isEmpty();

        migrate("alter table migrated drop column words", "select audit_found('migrated')");
        assertThat(kinds()).isEmpty();

        migrate(
                "alter table migrated drop constraint migrated_pkey, add primary key (number), drop column code",
                "select audit_found('migrated')");
        migrate("insert into migrated values (3)", "update migrated set number = 4 where number = 1");
        migrate("delete from migrated where number = 2", "select audit_attach()");
        assertThat(kinds()).isEmpty();

        migrate("comment on table migrated is 'audit: sums'", "select audit_found('migrated')");
        migrate("insert into migrated values (5)", "select audit_attach()");
        assertThat(kinds()).isEmpty();

        migrate("alter table migrated rename to moved", "select audit_dropped('migrated'), audit_found('moved')");
        migrate("delete from moved where number = 5", "select audit_attach()");
        assertThat(kinds()).isEmpty();

        migrate("drop table moved", "select audit_dropped('moved')");
        assertThat(kinds()).isEmpty();

        migrate("create table moved (code text primary key)", "select audit_attach()");
        migrate("insert into moved values ('a')");
        assertThat(kinds()).isEmpty();

        migrate("drop table moved", "select audit_dropped('moved')");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void findsATableThatWasDroppedBeforeItHadAnyRow() throws SQLException {
        migrate("create table short_lived (code text primary key)", "select audit_attach()");

        migrate("drop table short_lived");

        assertThat(kinds()).containsExactly(Kind.TABLE_MISSING);
        migrate("select audit_dropped('short_lived')");
        assertThat(kinds()).isEmpty();
    }
}
