package cn.mingjian.staffing.evaluation;

import cn.mingjian.staffing.figure.RetentionFormula;
import java.time.LocalDate;

/** As much of scoring's event as staffing reads. */
record EvaluationOpened(
        String code,
        String district,
        String station,
        String agreement,
        int agreementVersion,
        Evidence evidence,
        Policy policy) {

    record Evidence(LocalDate from, LocalDate to) {}

    record Policy(Staffing staffing) {}

    record Staffing(int experiencedYears, int halfMonthAfterDay, RetentionFormula retention) {}
}
