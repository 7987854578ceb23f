package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.running.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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

    /** A row's change and the change back. */
    private record Touched(String service, String table, String change, String back) {}

    private static final List<Touched> ROWS = List.of(
            new Touched("district", "board_entry", "title = title || '改'", "title = left(title, -1)"),
            new Touched(
                    "indicator",
                    "evaluation",
                    "review_within_days = review_within_days + 1",
                    "review_within_days = review_within_days - 1"),
            new Touched(
                    "staffing",
                    "agreement",
                    "required_staff = required_staff + 1",
                    "required_staff = required_staff - 1"),
            new Touched("scoring", "item_score", "points = points + 1", "points = points - 1"),
            new Touched("report", "panel_member", "lead = not lead", "lead = not lead"),
            new Touched("integration", "delivery", "lines = lines + 1", "lines = lines - 1"));

    @Test
    void findsWhatASuperuserChangedInRows() throws Exception {
        String update = "alter table %1$s disable trigger audit_row; update %1$s set %2$s;"
                + " alter table %1$s enable always trigger audit_row";

        assertFoundInEveryService(
                touched -> update.formatted(touched.table(), touched.change()),
                touched -> update.formatted(touched.table(), touched.back()),
                touched -> "表 " + touched.table() + " 的行");
    }

    @Test
    void findsWhatASuperuserChangedInTheAudit() throws Exception {
        String update = "alter table audit_entry disable trigger audit_entry_append_only;"
                + " update audit_entry set account = %s where id = (select entry from audit_seal where seq = 1);"
                + " alter table audit_entry enable always trigger audit_entry_append_only";

        assertFoundInEveryService(
                _ -> update.formatted("account || 'X'"), _ -> update.formatted("left(account, -1)"), _ -> "第 1 条");
    }

    @Test
    void findsATableThatIsGone() throws Exception {
        String rename = "alter table %s rename to %s";

        assertFoundInEveryService(
                touched -> rename.formatted(touched.table(), "gone"),
                touched -> rename.formatted("gone", touched.table()),
                touched -> "表 " + touched.table() + " 已不存在");
    }

    /** And once it is undone nothing is found. */
    private void assertFoundInEveryService(
            Function<Touched, String> tampering, Function<Touched, String> restoring, Function<Touched, String> told)
            throws Exception {
        Ending tampered;
        List<Touched> done = new ArrayList<>();
        try {
            for (Touched touched : ROWS) {
                asSuperuser(touched.service(), tampering.apply(touched));
                done.add(touched);
            }
            tampered = platform.verifyAudit();
        } finally {
            for (Touched touched : done) asSuperuser(touched.service(), restoring.apply(touched));
        }

        assertThat(tampered.code()).as(tampered.said()).isEqualTo(1);
        for (Touched touched : ROWS) {
            assertThat(tampered.said()).contains("✗ " + touched.service(), told.apply(touched));
        }
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
