package cn.mingjian.report.source;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service agreement at one version, with its areas, catalogue of indicators and targets. */
public record Agreement(
        String code,
        int version,
        LocalDate from,
        LocalDate to,
        @Nullable Period serviceYear,
        @Nullable String annualFee,
        int requiredStaff,
        String operator,
        List<Area> areas,
        List<Indicator> indicators) {

    public Agreement {
        areas = List.copyOf(areas);
        indicators = List.copyOf(indicators);
    }

    /** Communities of a station; workers as the operator reports them. */
    public record Area(
            String code,
            String name,
            @Nullable Integer workers,
            @Nullable List<String> communities) {}

    /** Scope AREA or STATION, kind VOLUME or RATE. */
    public record Indicator(String code, String name, String unit, String scope, String kind) {

        /** Whether areas have rows of their own. */
        public boolean perArea() {
            return scope.equals("AREA");
        }
    }
}
