package cn.mingjian.district.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agreement as it is sent and kept; {@link AgreementCheck} has read it before. */
public record AgreementDocument(
        @Nullable String from,
        @Nullable String to,
        @Nullable Period serviceYear,
        @Nullable String annualFee,
        @Nullable Integer requiredStaff,
        @Nullable String operator,
        @Nullable List<@Nullable Area> areas,
        @Nullable List<@Nullable Indicator> indicators,
        @Nullable List<@Nullable Target> targets) {

    /** First and last day. */
    public record Period(@Nullable String from, @Nullable String to) {}

    /** Communities; workers as the operator reports them. */
    public record Area(
            @Nullable String code,
            @Nullable String name,
            @Nullable Integer workers,
            @Nullable List<@Nullable String> communities) {}

    /**
     * An indicator of the catalogue.
     *
     * @param source VOLUME: the record type that counts; RATE: the numerator
     * @param measure VOLUME: COUNT or ATTENDANCE; RATE: the denominator
     */
    public record Indicator(
            @Nullable String code,
            @Nullable String name,
            @Nullable String unit,
            @Nullable String scope,
            @Nullable String kind,
            @Nullable String source,
            @Nullable String measure) {}

    /** The agreement's own target of an indicator, or an area's allocation of it. */
    public record Target(
            @Nullable String indicator,
            @Nullable String area,
            @Nullable String agreed) {}
}
