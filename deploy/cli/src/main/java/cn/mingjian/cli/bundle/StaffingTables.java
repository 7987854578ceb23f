package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.agreement.Period;
import cn.mingjian.rules.staffing.StaffingRules;
import java.util.function.Function;
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

    private static void each(Table table, Function<Row, Stream<Problem>> rules, Findings findings) {
        for (Row row : table.rows()) {
            rules.apply(row).forEach(problem -> findings.add(table, row, problem));
        }
    }
}
