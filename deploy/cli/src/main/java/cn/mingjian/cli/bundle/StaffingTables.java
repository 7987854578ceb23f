package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.Period;
import cn.mingjian.rules.staffing.StaffingRules;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who worked when, as the rules about it read it. */
record StaffingTables(Table roster, Table attendance) {

    void check(Known areas, Period evidence, Findings findings) {
        each(
                roster,
                row -> StaffingRules.of(
                        new StaffingRules.Worker(row.orNull("area"), row.orNull("joined"), row.orNull("left")), areas),
                findings);
        Known workers = roster.known("人员", "worker");
        each(
                attendance,
                row -> StaffingRules.of(
                        new StaffingRules.Month(row.orNull("worker"), row.orNull("month")), workers, evidence),
                findings);
    }

    /** Tells which citations of workers are wrong. */
    void cited(Period evidence, Findings findings) {
        Citations ofWorkers = new Citations().in(attendance, "worker", "month");
        findings.cited(Rule.WORKER_KNOWN, ofWorkers, roster.lost("worker", ofWorkers, row -> months(row, evidence)));
    }

    /** Where the attendance of a worker is: the months of the evidence window with a day of employment. */
    private Optional<Set<String>> months(Row worker, Period evidence) {
        if (evidence.from() == null || evidence.to() == null || !worker.knows("joined") || !worker.knows("left")) {
            return Optional.empty();
        }
        Period employed = Period.of(worker.orNull("joined"), worker.orNull("left"));
        YearMonth last = YearMonth.from(evidence.to());
        return Optional.of(Stream.iterate(
                        YearMonth.from(evidence.from()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(month -> !employed.excludes(month))
                .map(month -> Citations.place(attendance, month.toString()))
                .collect(Collectors.toSet()));
    }

    private static void each(Table table, Function<Row, Stream<Problem>> rules, Findings findings) {
        for (Row row : table.rows()) {
            rules.apply(row).forEach(problem -> findings.add(table, row, problem));
        }
    }
}
