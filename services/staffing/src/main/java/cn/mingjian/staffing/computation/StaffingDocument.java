package cn.mingjian.staffing.computation;

import cn.mingjian.staffing.evidence.Attendance;
import cn.mingjian.staffing.evidence.Training;
import cn.mingjian.staffing.figure.EvidenceWindow;
import cn.mingjian.staffing.figure.MonthlyCheck;
import cn.mingjian.staffing.figure.RetentionFormula;
import cn.mingjian.staffing.figure.StaffingPolicy;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One computed version, as stored and answered.
 *
 * @param exact the figures that a report may cite as exact fractions ({@code 4100/52}), by figure id; null is unknown
 */
record StaffingDocument(
        Staffing staffing,
        Map<String, @Nullable String> exact,
        List<Unexplained> exceptions,
        List<WorkerAttendance> attendance,
        List<Training.Session> training,
        Inputs inputs) {

    /** The printed figures, exactly as {@code result.json} has them. */
    record Staffing(
            int headcount,
            int certified,
            @Nullable String certifiedRate,
            int experienced,
            @Nullable String experiencedRate,
            String personMonths,
            String certifiedPersonMonths,
            String experiencedPersonMonths,
            String averageHeadcount,
            int leavers,
            RetentionFormula retentionFormula,
            Retention retention) {}

    /** All three formulas; the evaluation's policy names the one that counts. */
    record Retention(
            @JsonProperty("TURNOVER") @Nullable String turnover,
            @JsonProperty("ON_DUTY") @Nullable String onDuty,
            @JsonProperty("CERTIFIED_ON_DUTY") @Nullable String certifiedOnDuty) {}

    /** A present month without insurance or pay. */
    record Unexplained(String worker, String month, List<MonthlyCheck.Missing> missing) {}

    /** One row of the annex: a worker's months as marked, and what they add up to. */
    record WorkerAttendance(
            String worker,
            @Nullable String position,
            @Nullable String area,
            @Nullable String certificate,
            List<Month> months,
            String personMonths,
            String experiencedPersonMonths,
            @Nullable String note) {}

    /** One month as marked. */
    record Month(String month, boolean present, boolean insured, boolean paid) {
        static Month of(Attendance.Month row) {
            var mark = row.toMark();
            return new Month(mark.month().toString(), mark.present(), mark.insured(), mark.paid());
        }
    }

    /** Everything the figures were computed from; computing again from it gives the same figures. */
    record Inputs(
            int agreementVersion,
            int requiredStaff,
            int rosterVersion,
            int attendanceVersion,
            @Nullable Integer trainingVersion,
            Window evidence,
            Policy policy) {}

    /** The evidence window. */
    record Window(LocalDate from, LocalDate to) {
        static Window of(EvidenceWindow window) {
            return new Window(window.from(), window.to());
        }

        EvidenceWindow toWindow() {
            return new EvidenceWindow(from, to);
        }
    }

    /** The policy that the evaluation pinned. */
    record Policy(int experiencedYears, int halfMonthAfterDay, RetentionFormula retention) {
        static Policy of(StaffingPolicy policy) {
            return new Policy(policy.experiencedYears(), policy.halfMonthAfterDay(), policy.retention());
        }

        StaffingPolicy toPolicy() {
            return new StaffingPolicy(experiencedYears, halfMonthAfterDay, retention);
        }
    }
}
