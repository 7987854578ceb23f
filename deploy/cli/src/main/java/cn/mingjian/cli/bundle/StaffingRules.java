package cn.mingjian.cli.bundle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What roster, attendance and evidence window have to agree on. */
record StaffingRules(Codes areaCodes, Faults faults) {

    void check(Table roster, Table attendance, Optional<EvaluationFile.Months> evidence) {
        for (Row row : roster.rows()) {
            areaCodes.cite(roster, row, "area");
            Optional<LocalDate> joined = row.find("joined").map(LocalDate::parse);
            row.find("left")
                    .map(LocalDate::parse)
                    .filter(left -> joined.filter(left::isBefore).isPresent())
                    .ifPresent(left -> faults.add(roster.file(), row.line(), "left", "离职日期早于入职日期"));
        }
        Codes workers = Codes.of("人员", roster, "worker");
        for (Row row : attendance.rows()) {
            workers.cite(attendance, row, "worker");
            row.find("month")
                    .filter(month -> evidence.filter(window -> !window.contains(YearMonth.parse(month)))
                            .isPresent())
                    .ifPresent(month -> faults.add(attendance.file(), row.line(), "month", "月份不在评估数据期内"));
        }
        workers.report(faults);
    }
}
