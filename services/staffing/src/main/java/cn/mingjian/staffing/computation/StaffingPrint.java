package cn.mingjian.staffing.computation;

import static java.util.stream.Collectors.groupingBy;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.staffing.evidence.Attendance;
import cn.mingjian.staffing.evidence.Roster;
import cn.mingjian.staffing.evidence.Training;
import cn.mingjian.staffing.figure.MonthMark;
import cn.mingjian.staffing.figure.MonthlyCheck;
import cn.mingjian.staffing.figure.PersonMonths;
import cn.mingjian.staffing.figure.RetentionFormula;
import cn.mingjian.staffing.figure.StaffingFigures;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Puts computed figures into their printed form: months plain, rates and the average with two decimals, unknown null. */
final class StaffingPrint {

    private StaffingPrint() {}

    static StaffingDocument of(
            Roster roster, Attendance attendance, Optional<Training> training, StaffingDocument.Inputs inputs) {
        List<MonthMark> marks =
                attendance.rows().stream().map(Attendance.Month::toMark).toList();
        StaffingFigures figures = figures(roster, attendance, inputs);
        return new StaffingDocument(
                staffing(figures, inputs.policy().retention()),
                exact(figures),
                MonthlyCheck.of(marks, inputs.evidence().toWindow()).stream()
                        .map(e -> new StaffingDocument.Unexplained(
                                e.worker(), e.month().toString(), e.missing()))
                        .toList(),
                annex(roster, attendance, figures),
                training.map(Training::rows).orElse(List.of()),
                inputs);
    }

    static StaffingFigures figures(Roster roster, Attendance attendance, StaffingDocument.Inputs inputs) {
        return StaffingFigures.of(
                roster.rows().stream().map(Roster.Worker::toWorker).toList(),
                attendance.rows().stream().map(Attendance.Month::toMark).toList(),
                inputs.evidence().toWindow(),
                inputs.policy().toPolicy(),
                inputs.requiredStaff());
    }

    private static StaffingDocument.Staffing staffing(StaffingFigures figures, RetentionFormula counts) {
        return new StaffingDocument.Staffing(
                figures.headcount().all().size(),
                figures.headcount().certified().size(),
                rate(figures.certifiedRate()),
                figures.headcount().experienced().size(),
                rate(figures.experiencedRate()),
                Figures.plain(figures.personMonths().all()),
                Figures.plain(figures.personMonths().certified()),
                Figures.plain(figures.personMonths().experienced()),
                Figures.twoDecimals(figures.averageHeadcount()),
                figures.leavers().size(),
                counts,
                new StaffingDocument.Retention(
                        rate(RetentionFormula.TURNOVER.of(figures)),
                        rate(RetentionFormula.ON_DUTY.of(figures)),
                        rate(RetentionFormula.CERTIFIED_ON_DUTY.of(figures))));
    }

    private static Map<String, @Nullable String> exact(StaffingFigures figures) {
        Map<String, @Nullable String> exact = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            exact.put(
                    figure.id(), figure.of(figures).map(StaffingPrint::fraction).orElse(null));
        }
        return exact;
    }

    private static List<StaffingDocument.WorkerAttendance> annex(
            Roster roster, Attendance attendance, StaffingFigures figures) {
        Map<String, List<StaffingDocument.Month>> months = attendance.rows().stream()
                .sorted(Comparator.comparing(row -> row.toMark().month()))
                .collect(groupingBy(
                        row -> row.toMark().worker(),
                        java.util.stream.Collectors.mapping(
                                StaffingDocument.Month::of, java.util.stream.Collectors.toList())));
        return roster.rows().stream()
                .map(row -> {
                    String number = row.toWorker().number();
                    PersonMonths own = Objects.requireNonNull(figures.byWorker().get(number));
                    return new StaffingDocument.WorkerAttendance(
                            number,
                            row.position(),
                            row.area(),
                            row.certificate(),
                            months.getOrDefault(number, List.of()),
                            Figures.plain(own.all()),
                            Figures.plain(own.experienced()),
                            row.note());
                })
                .toList();
    }

    static @Nullable String rate(Optional<BigFraction> exact) {
        return exact.map(Figures::twoDecimals).orElse(null);
    }

    static String fraction(BigFraction value) {
        return value.getNumerator() + "/" + value.getDenominator();
    }
}
