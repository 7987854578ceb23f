package cn.mingjian.report.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of what was achieved, as the indicator service computed it. */
public record Achievement(
        int version,
        List<Row> indicators,
        int indicatorsExceeded,
        @Nullable Integer reviewBacklog,
        @Nullable List<Discrepancy> discrepancies,
        @Nullable List<Pace> pacing,
        @Nullable List<Resource> resources) {

    /**
     * The row of an indicator: of an area, or of the station when {@code area} is null. {@code exactCompleted} and
     * {@code exactRate} are the figures before printing, as "numerator/denominator".
     */
    public record Row(
            String indicator,
            @Nullable String area,
            @Nullable String agreed,
            @Nullable String completed,
            @Nullable String recorded,
            @Nullable String rate,
            @Nullable String status,
            @Nullable String exactCompleted,
            @Nullable String exactRate) {}

    /** An indicator that lagged or was crowded into the end, from this month on. */
    public record Pace(String indicator, @Nullable String month, String flag) {}

    /** Something the station won for its work. */
    public record Resource(
            String on,
            String provider,
            String kind,
            @Nullable String value,
            @Nullable String area,
            @Nullable String purpose) {}

    /** The same with what the operator said to its discrepancies. */
    public Achievement explained(Discrepancy.Explanations said) {
        return new Achievement(
                version,
                indicators,
                indicatorsExceeded,
                reviewBacklog,
                discrepancies == null
                        ? null
                        : discrepancies.stream().map(one -> one.explained(said)).toList(),
                pacing,
                resources);
    }

    /** The row of an indicator, for the station or an area. */
    public Optional<Row> row(String indicator, @Nullable String area) {
        return indicators.stream()
                .filter(row -> row.indicator().equals(indicator) && java.util.Objects.equals(row.area(), area))
                .findFirst();
    }
}
