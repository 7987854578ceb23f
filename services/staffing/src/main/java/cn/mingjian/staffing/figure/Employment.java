package cn.mingjian.staffing.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * When somebody worked at the station.
 *
 * @param left the last day of employment, unknown while it lasts
 * @param departure why it ended
 */
public record Employment(
        LocalDate joined,
        @Nullable LocalDate left,
        @Nullable Departure departure) {

    private static final BigFraction HALF = BigFraction.of(1, 2);

    public Employment {
        if (left != null && left.isBefore(joined)) {
            throw new IllegalArgumentException("nobody leaves before joining: " + joined + " to " + left);
        }
    }

    /** Whether at least one day of the month is a day of employment. */
    public boolean covers(YearMonth month) {
        return !joined.isAfter(month.atEndOfMonth()) && (left == null || !left.isBefore(month.atDay(1)));
    }

    /** Whether somebody is still there when the day is over: on the last day one has left. */
    public boolean outlasts(LocalDate day) {
        return !joined.isAfter(day) && (left == null || left.isAfter(day));
    }

    /**
     * How much of a month marked present counts: 0 outside the employment, ½ when it began after the given day of that
     * month or ended on or before it, else 1. Beginning late and ending early together are still ½.
     */
    public BigFraction shareOf(YearMonth month, int halfMonthAfterDay) {
        if (!covers(month)) {
            return BigFraction.ZERO;
        }
        boolean beganLate = YearMonth.from(joined).equals(month) && joined.getDayOfMonth() > halfMonthAfterDay;
        boolean endedEarly =
                left != null && YearMonth.from(left).equals(month) && left.getDayOfMonth() <= halfMonthAfterDay;
        return beganLate || endedEarly ? HALF : BigFraction.ONE;
    }

    /** Whether it ended inside the window in a way that counts as turnover; an unstated reason does. */
    public boolean isTurnoverIn(EvidenceWindow window) {
        return departure != Departure.HANDOVER
                && Optional.ofNullable(left).filter(window::contains).isPresent();
    }
}
