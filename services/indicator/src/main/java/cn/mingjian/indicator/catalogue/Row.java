package cn.mingjian.indicator.catalogue;

import org.jspecify.annotations.Nullable;

/** One line of the achievement table: an indicator at the station (no area) or in one area. */
public record Row(String indicator, @Nullable String area) {
    /** The station's line. */
    public static Row station(String indicator) {
        return new Row(indicator, null);
    }

    /** The line of one area. */
    public static Row area(String indicator, String area) {
        return new Row(indicator, area);
    }

    /** How discrepancies, claims and why-endpoints name this line: {@code indicator:home-visits:A1}. */
    public String subject() {
        return area == null ? "indicator:" + indicator : "indicator:" + indicator + ":" + area;
    }

    /** The same line of another indicator. */
    public Row of(String other) {
        return new Row(other, area);
    }
}
