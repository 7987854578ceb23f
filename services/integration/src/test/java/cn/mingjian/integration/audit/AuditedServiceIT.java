package cn.mingjian.integration.audit;

import static cn.mingjian.integration.audit.Tampering.leaveATrailOfSealedEntries;
import static cn.mingjian.integration.audit.Tampering.migrate;
import static cn.mingjian.integration.audit.Tampering.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.platform.test.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit keeps of the service's own doings, and what it lets neither the service nor its migrations do. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AuditedServiceIT {

    @Inject
    AgroalDataSource requests;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @BeforeEach
    void leaveATrail() throws SQLException {
        leaveATrailOfSealedEntries();
    }

    @Test
    void refusesAMigrationThatChangesAKeyAndDoesNotTell() throws SQLException {
        migrate("create table untold (code text primary key, number int not null)", "select audit_attach()");

        assertThatThrownBy(() -> migrate(
                        "alter table untold drop constraint untold_pkey, add primary key (number)",
                        "select audit_attach()"))
                .hasMessageContaining("audit_found");

        migrate("drop table untold", "select audit_dropped('untold')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_entry (relation, operation) values ('station', 'INSERT')",
                "update audit_entry set account = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set hash = ''",
                "delete from audit_seal",
                "truncate audit_seal",
                "truncate quarantined_line",
                "alter table station disable trigger audit_row",
                "drop trigger audit_row on station"
            })
    void refusesTheServiceItself(String statement) {
        for (AgroalDataSource pool : List.of(requests, worker)) {
            assertThatThrownBy(() -> {
                        try (var connection = pool.getConnection();
                                var service = connection.createStatement()) {
                            service.execute(statement);
                        }
                    })
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void tellsWhoDidIt() throws SQLException {
        assertThat(
                        number(
                                "select count(*) from audit_entry where relation = 'delivery' and row_key is not null and account = 'system'"))
                .isZero();
        assertThat(number("select count(*) from audit_entry where relation = 'delivery' and trace <> ''"))
                .isPositive();
        assertThat(number("select count(*) from audit_entry where relation = 'station' and account <> 'system'"))
                .isZero();
    }

    @Test
    void anUpdateThatChangesNothingLeavesNoEntry() throws SQLException {
        long before = number("select count(*) from audit_entry");

        number("with touched as (update station set name = name returning 1) select count(*) from touched");
        number("with touched as (update quarantined_line set raw = raw returning 1) select count(*) from touched");

        assertThat(number("select count(*) from audit_entry")).isEqualTo(before);
    }

    @Test
    void keepsNobodysWords() throws SQLException {
        assertThat(
                        number(
                                "select count(*) from audit_entry where after::text ~ '[^\\x01-\\x7f]' or before::text ~ '[^\\x01-\\x7f]'"))
                .isZero();
    }
}
