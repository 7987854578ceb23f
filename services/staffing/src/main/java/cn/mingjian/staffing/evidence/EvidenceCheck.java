package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.staffing.figure.Certificate;
import cn.mingjian.staffing.figure.Departure;
import cn.mingjian.staffing.figure.EvidenceWindow;
import java.time.YearMonth;
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
                var read = new RowReader(refusals, pointer);
                read.worker("worker", row.worker())
                        .filter(number -> !numbers.add(number))
                        .ifPresent(number ->
                                read.refuse(EvidenceProblem.ENTRY_REPEATED, "worker", "工号 %s 重复".formatted(number)));
                checkWorker(read, row, areas);
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

    private static void checkWorker(RowReader read, Roster.Worker row, Set<String> areas) {
        read.text("position", row.position(), 200);
        if (row.area() != null && !areas.contains(row.area())) {
            read.refuse(EvidenceProblem.CODE_UNKNOWN, "area", "协议中没有片区 %s".formatted(row.area()));
        }
        read.code("certificate", row.certificate(), Certificate.class);
        var joined = read.date("joined", row.joined());
        read.optionalDate("contractTo", row.contractTo());
        var left = read.optionalDate("left", row.left());
        if (joined.isPresent() && left.isPresent() && left.get().isBefore(joined.get())) {
            read.refuse(
                    EvidenceProblem.LEFT_BEFORE_JOINED,
                    "left",
                    "离职日期 %s 早于入职日期 %s".formatted(left.get(), joined.get()));
        }
        if (row.departure() != null) {
            read.code("departure", row.departure(), Departure.class);
        }
        read.date("practiceSince", row.practiceSince());
        read.optionalText("note", row.note(), 2000);
    }

    /** @param roster what was handed in before, if anything: attendance is of workers on it */
    static Refusals of(Attendance attendance, EvidenceWindow window, Optional<Roster> roster) {
        record WorkerMonth(String worker, YearMonth month) {}
        var refusals = new Refusals();
        Optional<Set<String>> known = roster.map(earlier -> earlier.rows().stream()
                .map(Roster.Worker::worker)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<WorkerMonth> seen = new HashSet<>();
        List<Attendance.Month> months = rows(refusals, "months", attendance.months());
        for (int i = 0; i < months.size(); i++) {
            Attendance.Month row = months.get(i);
            String pointer = "/months/" + i;
            if (!isThere(refusals, pointer, row)) {
                continue;
            }
            var read = new RowReader(refusals, pointer);
            Optional<String> worker = read.worker("worker", row.worker());
            if (worker.isPresent() && known.isPresent() && !known.get().contains(worker.get())) {
                read.refuse(EvidenceProblem.WORKER_UNKNOWN, "worker", "花名册中没有工号 %s".formatted(worker.get()));
            }
            Optional<YearMonth> month = read.month("month", row.month());
            if (month.isPresent() && !window.contains(month.get())) {
                read.refuse(
                        EvidenceProblem.MONTH_OUTSIDE_WINDOW,
                        "month",
                        "%s 不在 %s 至 %s 之内".formatted(month.get(), window.from(), window.to()));
            }
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
                var read = new RowReader(refusals, pointer);
                read.date("on", row.on());
                read.text("kind", row.kind(), 64);
                read.text("title", row.title(), 500);
                read.figure("hours", row.hours());
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
