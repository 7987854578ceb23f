package cn.mingjian.staffing.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.staffing.StaffingShapes;
import cn.mingjian.staffing.figure.EvidenceWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceCheckTest {

    private static final EvidenceWindow WINDOW =
            new EvidenceWindow(LocalDate.parse("2023-08-01"), LocalDate.parse("2024-05-31"));
    private static final Set<String> AREAS = Set.of("A1");
    private static final Roster.Worker GOOD = new Roster.Worker(
            "W01", "社工", "A1", "SENIOR", "2023-08-01", "2025-07-31", "2024-01-31", "RETIRED", "2015-07-01", "备注");

    @Test
    void takesARosterWithNothingButWhatIsRequired() {
        var worker = new Roster.Worker("W01", "社工", "", "NONE", "2023-08-01", "", "", "", "2015-07-01", "");

        assertThat(found(EvidenceCheck.of(roster(worker), AREAS, Optional.empty())))
                .isEmpty();
    }

    @Test
    void takesWhateverABundleMayHold() {
        String longest = "两\n行\t字" + "字".repeat(1995);
        assertThat(StaffingShapes.WORKER.field("note").form().fault(longest)).isEmpty();
        assertThat(StaffingShapes.SESSION.field("title").form().fault(longest)).isEmpty();
        var worker = new Roster.Worker(
                "W01", "社工\n兼督导", "A1", "NONE", "2023-08-01", null, null, null, "2015-07-01", longest);
        var session = new Training.Session("2023-08-18", "TRAINING", longest, "2.50", 0);

        assertThat(found(EvidenceCheck.of(roster(worker), AREAS, Optional.empty())))
                .isEmpty();
        assertThat(found(EvidenceCheck.of(new Training(List.of(session))))).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "worker,        '',            field-missing",
        "worker,        张三,           value-malformed",
        "position,      '',            field-missing",
        "area,          A9,            code-unknown",
        "certificate,   '',            field-missing",
        "certificate,   EXPERT,        code-unknown",
        "certificate,   senior,        code-unknown",
        "joined,        '',            field-missing",
        "joined,        2023-02-29,    value-malformed",
        "joined,        2023/08/01,    value-malformed",
        "joined,        2024-02-01,    left-before-joined",
        "contractTo,    2025-13-01,    value-malformed",
        "left,          31.01.2024,    value-malformed",
        "left,          2023-07-31,    left-before-joined",
        "departure,     GONE,          code-unknown",
        "practiceSince, '',            field-missing",
    })
    void namesTheFieldThatIsWrong(String field, String value, String problem) {
        Refusals refusals = EvidenceCheck.of(roster(with(field, value)), AREAS, Optional.empty());

        String pointer = problem.equals("left-before-joined") ? "/workers/0/left" : "/workers/0/" + field;
        assertThat(found(refusals)).containsExactly(problem + " " + pointer);
    }

    @Test
    void findsEveryFaultAtOnce() {
        var second = new Roster.Worker("W01", null, null, null, null, null, null, null, null, null);

        Refusals refusals = EvidenceCheck.of(roster(GOOD, second, null), AREAS, Optional.empty());

        assertThat(found(refusals))
                .containsExactly(
                        "entry-repeated /workers/1/worker",
                        "field-missing /workers/1/position",
                        "field-missing /workers/1/certificate",
                        "field-missing /workers/1/joined",
                        "field-missing /workers/1/practiceSince",
                        "field-missing /workers/2");
    }

    @Test
    void keepsWorkersOfTheAttendanceOnTheRoster() {
        var attendance = new Attendance(List.of(month("W02", "2023-08")));

        Refusals refusals = EvidenceCheck.of(roster(GOOD), AREAS, Optional.of(attendance));

        assertThat(found(refusals)).containsExactly("worker-has-attendance /workers");
    }

    @Test
    void refusesAttendanceThatFitsNoWorkerOrNoMonth() {
        var attendance = new Attendance(List.of(
                month("W01", "2023-08"),
                month("W01", "2023-08"),
                month("W02", "2023-08"),
                month("W01", "2023-07"),
                month("W01", "2024-06"),
                month("W01", "2024-13"),
                month("W01", "2024-05-01"),
                new Attendance.Month("W01", "2023-09", null, true, null)));

        Refusals refusals = EvidenceCheck.of(attendance, WINDOW, Optional.of(roster(GOOD)));

        assertThat(found(refusals))
                .containsExactly(
                        "entry-repeated /months/1/month",
                        "worker-unknown /months/2/worker",
                        "month-outside-window /months/3/month",
                        "month-outside-window /months/4/month",
                        "value-malformed /months/5/month",
                        "value-malformed /months/6/month",
                        "field-missing /months/7/present",
                        "field-missing /months/7/paid");
    }

    @Test
    void takesAttendanceBeforeTheRoster() {
        var attendance = new Attendance(List.of(month("W02", "2024-05")));

        assertThat(found(EvidenceCheck.of(attendance, WINDOW, Optional.empty())))
                .isEmpty();
    }

    @Test
    void refusesTrainingThatDoesNotRead() {
        var training = new Training(List.of(
                new Training.Session("2023-08-18", "TRAINING", "入户探访", "2.5", 48),
                new Training.Session("2023-08-32", "", " ", "-1", -1),
                new Training.Session(null, null, null, "1e3", null)));

        assertThat(found(EvidenceCheck.of(training)))
                .containsExactly(
                        "value-malformed /sessions/1/on",
                        "field-missing /sessions/1/kind",
                        "field-missing /sessions/1/title",
                        "value-malformed /sessions/1/hours",
                        "value-malformed /sessions/1/attendees",
                        "field-missing /sessions/2/on",
                        "field-missing /sessions/2/kind",
                        "field-missing /sessions/2/title",
                        "value-malformed /sessions/2/hours",
                        "field-missing /sessions/2/attendees");
    }

    @Test
    void asksForTheListItself() {
        assertThat(found(EvidenceCheck.of(new Roster(null), AREAS, Optional.empty())))
                .containsExactly("field-missing /workers");
        assertThat(found(EvidenceCheck.of(new Training(null)))).containsExactly("field-missing /sessions");
    }

    private static List<String> found(Refusals refusals) {
        return refusals.all().stream()
                .map(r -> r.type().code() + " " + r.pointer())
                .toList();
    }

    private static Roster roster(Roster.@Nullable Worker... workers) {
        List<Roster.Worker> rows = new ArrayList<>();
        for (Roster.Worker worker : workers) {
            rows.add(worker);
        }
        return new Roster(rows);
    }

    private static Attendance.Month month(String worker, String month) {
        return new Attendance.Month(worker, month, true, true, true);
    }

    private static Roster.Worker with(String field, String value) {
        return new Roster.Worker(
                field.equals("worker") ? value : GOOD.worker(),
                field.equals("position") ? value : GOOD.position(),
                field.equals("area") ? value : GOOD.area(),
                field.equals("certificate") ? value : GOOD.certificate(),
                field.equals("joined") ? value : GOOD.joined(),
                field.equals("contractTo") ? value : GOOD.contractTo(),
                field.equals("left") ? value : GOOD.left(),
                field.equals("departure") ? value : GOOD.departure(),
                field.equals("practiceSince") ? value : GOOD.practiceSince(),
                GOOD.note());
    }
}
