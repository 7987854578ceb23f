package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.Known;
import cn.mingjian.rules.agreement.Period;
import cn.mingjian.rules.staffing.StaffingRules;
import cn.mingjian.rules.staffing.StaffingShapes;
import cn.mingjian.staffing.figure.EvidenceWindow;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to be true of a handed-in document; finds every fault, not the first. */
final class EvidenceCheck {

    private static final int MOST_ROWS = 200_000;

    private EvidenceCheck() {}

    /** @param attendance what was handed in before, if anything: its workers have to stay on the roster */
    static Refusals of(Roster roster, Set<String> areas, Optional<Attendance> attendance) {
        var refusals = new Refusals();
        Set<String> numbers = new HashSet<>();
        List<Roster.Worker> workers = rows(refusals, "workers", roster.workers());
        for (int i = 0; i < workers.size(); i++) {
            Roster.Worker row = workers.get(i);
            String pointer = "/workers/" + i;
            if (isThere(refusals, pointer, row)) {
                var read = new RowReader(refusals, pointer, StaffingShapes.WORKER);
                read.read("worker", row.worker())
                        .filter(number -> !numbers.add(number))
                        .ifPresent(number ->
                                read.refuse(EvidenceProblem.ENTRY_REPEATED, "worker", "工号 %s 重复".formatted(number)));
                checkWorker(read, row, Known.all("片区", areas));
            }
        }
        attendance.stream()
                .flatMap(earlier -> earlier.rows().stream())
                .map(Attendance.Month::worker)
                .filter(worker -> !numbers.contains(worker))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(worker -> refusals.add(
                        EvidenceProblem.WORKER_HAS_ATTENDANCE,
                        "/workers",
                        "已提交的到岗记录中有工号 %s，花名册不能缺少".formatted(worker)));
        return refusals;
    }

    private static void checkWorker(RowReader read, Roster.Worker row, Known areas) {
        read.read("position", row.position());
        Optional<String> area = read.read("area", row.area());
        read.read("certificate", row.certificate());
        Optional<String> joined = read.read("joined", row.joined());
        read.read("contractTo", row.contractTo());
        Optional<String> left = read.read("left", row.left());
        read.read("departure", row.departure());
        read.read("practiceSince", row.practiceSince());
        read.read("note", row.note());
        var worker = new StaffingRules.Worker(area.orElse(null), joined.orElse(null), left.orElse(null));
        StaffingRules.of(worker, areas).forEach(read::refuse);
    }

    /** @param roster what was handed in before, if anything: attendance is of workers on it */
    static Refusals of(Attendance attendance, EvidenceWindow window, Optional<Roster> roster) {
        record WorkerMonth(String worker, String month) {}
        var refusals = new Refusals();
        Known workers = new Known(
                "人员",
                roster.stream()
                        .flatMap(earlier -> earlier.rows().stream())
                        .map(Roster.Worker::worker)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                roster.isPresent());
        Set<WorkerMonth> seen = new HashSet<>();
        List<Attendance.Month> months = rows(refusals, "months", attendance.months());
        for (int i = 0; i < months.size(); i++) {
            Attendance.Month row = months.get(i);
            String pointer = "/months/" + i;
            if (!isThere(refusals, pointer, row)) {
                continue;
            }
            var read = new RowReader(refusals, pointer, StaffingShapes.MONTH);
            Optional<String> worker = read.read("worker", row.worker());
            Optional<String> month = read.read("month", row.month());
            StaffingRules.of(
                            new StaffingRules.Month(worker.orElse(null), month.orElse(null)),
                            workers,
                            new Period(window.from(), window.to()))
                    .forEach(read::refuse);
            if (worker.isPresent() && month.isPresent() && !seen.add(new WorkerMonth(worker.get(), month.get()))) {
                read.refuse(
                        EvidenceProblem.ENTRY_REPEATED, "month", "工号 %s 的 %s 重复".formatted(worker.get(), month.get()));
            }
            read.flag("present", row.present());
            read.flag("insured", row.insured());
            read.flag("paid", row.paid());
        }
        return refusals;
    }

    static Refusals of(Training training) {
        var refusals = new Refusals();
        List<Training.Session> sessions = rows(refusals, "sessions", training.sessions());
        for (int i = 0; i < sessions.size(); i++) {
            Training.Session row = sessions.get(i);
            String pointer = "/sessions/" + i;
            if (isThere(refusals, pointer, row)) {
                var read = new RowReader(refusals, pointer, StaffingShapes.SESSION);
                read.read("on", row.on());
                read.read("kind", row.kind());
                read.read("title", row.title());
                read.read("hours", row.hours());
                read.count("attendees", row.attendees());
            }
        }
        return refusals;
    }

    private static <T> List<T> rows(Refusals refusals, String field, @Nullable List<T> rows) {
        if (rows == null) {
            refusals.add(EvidenceProblem.FIELD_MISSING, "/" + field, "此项必填");
            return List.of();
        }
        if (rows.size() > MOST_ROWS) {
            refusals.add(EvidenceProblem.VALUE_MALFORMED, "/" + field, "最多 %d 条".formatted(MOST_ROWS));
            return List.of();
        }
        return rows;
    }

    private static boolean isThere(Refusals refusals, String pointer, @Nullable Object row) {
        if (row == null) {
            refusals.add(EvidenceProblem.FIELD_MISSING, pointer, "此条目为空");
        }
        return row != null;
    }
}
