package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.mingjian.acceptance.running.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a superuser does to a service's database with its triggers off is found, in every service that has one. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {
    private final RunningPlatform platform;

    AuditIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void aRoundHasLeftItsTrail(@TempDir Path folder) throws Exception {
        var ending = platform.evaluate(RunningPlatform.DAGANG, folder.resolve("result"));
        assertThat(ending.code()).as(ending.said()).isZero();
        assertClean(platform.verifyAudit());
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                arguments("district", "board_entry", "title = title || '改'", "title = left(title, -1)"),
                arguments(
                        "indicator",
                        "evaluation",
                        "review_within_days = review_within_days + 1",
                        "review_within_days = review_within_days - 1"),
                arguments(
                        "staffing",
                        "agreement",
                        "required_staff = required_staff + 1",
                        "required_staff = required_staff - 1"),
                arguments("scoring", "item_score", "points = points + 1", "points = points - 1"),
                arguments("report", "panel_member", "lead = not lead", "lead = not lead"),
                arguments("integration", "delivery", "lines = lines + 1", "lines = lines - 1"));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void findsWhatASuperuserChangedInRows(String service, String table, String change, String back) throws Exception {
        String update = "alter table %1$s disable trigger audit_row; update %1$s set %2$s;"
                + " alter table %1$s enable always trigger audit_row";

        assertFoundAlone(service, update.formatted(table, change), update.formatted(table, back));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void findsWhatASuperuserChangedInTheAudit(String service) throws Exception {
        String update = "alter table audit_entry disable trigger audit_entry_append_only;"
                + " update audit_entry set account = %s where id = (select entry from audit_seal where seq = 1);"
                + " alter table audit_entry enable always trigger audit_entry_append_only";

        assertFoundAlone(service, update.formatted("account || 'X'"), update.formatted("left(account, -1)"));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void findsATableThatIsGone(String service, String table) throws Exception {
        String rename = "alter table %s rename to %s";

        assertFoundAlone(service, rename.formatted(table, "gone"), rename.formatted("gone", table));
    }

    /** In this service and in no other; and once it is undone nothing is found. */
    private void assertFoundAlone(String service, String tampering, String restoring) throws Exception {
        asSuperuser(service, tampering);
        Ending tampered;
        try {
            tampered = platform.verifyAudit();
        } finally {
            asSuperuser(service, restoring);
        }

        assertThat(tampered.code()).as(tampered.said()).isEqualTo(1);
        assertThat(tampered.said()).containsOnlyOnce("✗").contains("✗ " + service);
        assertClean(platform.verifyAudit());
    }

    private static void assertClean(Ending verified) {
        assertThat(verified.code()).as(verified.said()).isZero();
    }

    /** Without the triggers of the service itself. */
    private void asSuperuser(String service, String statements) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(
                        platform.database(service), "postgres", platform.secret("postgres"));
                Statement superuser = connection.createStatement()) {
            superuser.execute("begin; set local session_replication_role = replica; " + statements + "; commit");
        }
    }
}
