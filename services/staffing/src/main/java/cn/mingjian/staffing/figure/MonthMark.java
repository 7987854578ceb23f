package cn.mingjian.staffing.figure;

import java.time.YearMonth;

/** What the operator states of one worker and month. Paid leave is present. */
public record MonthMark(String worker, YearMonth month, boolean present, boolean insured, boolean paid) {}
