package cn.mingjian.staffing.figure;

/**
 * What the district decides about staffing figures and an evaluation pins.
 *
 * @param experiencedYears years of practice that make somebody experienced
 * @param halfMonthAfterDay joining after this day, or leaving on or before it, makes half a month
 * @param retention the formula that counts
 */
public record StaffingPolicy(int experiencedYears, int halfMonthAfterDay, RetentionFormula retention) {

    public StaffingPolicy {
        if (experiencedYears < 0 || experiencedYears > 60) {
            throw new IllegalArgumentException("experienced after 0 to 60 years: " + experiencedYears);
        }
        if (halfMonthAfterDay < 0 || halfMonthAfterDay > 31) {
            throw new IllegalArgumentException("a month has days up to 31: " + halfMonthAfterDay);
        }
    }
}
