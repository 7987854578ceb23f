package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.completion.Achievement;
import cn.mingjian.indicator.evidence.ResourcesDocument.Resource;
import cn.mingjian.platform.number.Figures;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** An achievement as it is stored and printed: figures are decimal strings, null is unknown. */
record AchievementDocument(
        List<IndicatorRow> indicators,
        int indicatorsExceeded,
        @Nullable Long reviewBacklog,
        List<DiscrepancyRow> discrepancies,
        List<PacingRow> pacing,
        List<MonthlyRow> monthly,
        List<Resource> resources,
        Inputs inputs) {
    static final String KIND = "achievement";

    /** One line of the table; the exact figures are fractions, for whoever rounds to other decimals than the printed ones. */
    record IndicatorRow(
            String indicator,
            @Nullable String area,
            @Nullable String agreed,
            @Nullable String completed,
            @Nullable String recorded,
            @Nullable String rate,
            @Nullable String status,
            @Nullable String exactCompleted,
            @Nullable String exactRate) {}

    /** Two figures that differ. */
    record DiscrepancyRow(String rule, String subject, String left, String right) {}

    /** A month that stands out. */
    record PacingRow(String indicator, String month, String flag) {}

    /** The station's recorded volume of one month. */
    record MonthlyRow(String indicator, String month, String recorded) {}

    /** What the achievement was computed from; null where nothing had been handed in, or no records are expected. */
    record Inputs(
            int agreementVersion,
            @Nullable Integer declaredVersion,
            @Nullable Integer resourcesVersion,
            @Nullable Long recordsCounted) {}

    /** Prints a computed achievement: amounts plainly, rates with two decimals (a RATE's completed figure too). */
    static AchievementDocument of(
            Achievement achievement, @Nullable Long reviewBacklog, List<Resource> resources, Inputs inputs) {
        return new AchievementDocument(
                achievement.lines().stream().map(AchievementDocument::row).toList(),
                achievement.exceeded(),
                reviewBacklog,
                achievement.discrepancies().stream()
                        .map(found -> new DiscrepancyRow(
                                found.rule().name(),
                                found.subject(),
                                Figures.plain(found.left()),
                                Figures.plain(found.right())))
                        .toList(),
                achievement.pacing().stream()
                        .map(pacing -> new PacingRow(
                                pacing.indicator(),
                                pacing.mark().month().toString(),
                                pacing.mark().flag().name()))
                        .toList(),
                achievement.monthly().stream()
                        .map(volume -> new MonthlyRow(
                                volume.indicator(), volume.month().toString(), Long.toString(volume.recorded())))
                        .toList(),
                resources,
                inputs);
    }

    private static IndicatorRow row(Achievement.Line line) {
        Function<BigFraction, String> completed =
                line.indicator().measure() instanceof Measure.Rate ? Figures::twoDecimals : Figures::plain;
        return new IndicatorRow(
                line.row().indicator(),
                line.row().area(),
                print(line.agreed(), Figures::plain),
                print(line.completed(), completed),
                print(line.recorded(), Figures::plain),
                print(line.rate(), Figures::twoDecimals),
                line.status().map(Enum::name).orElse(null),
                print(line.completed(), AchievementDocument::exact),
                print(line.rate(), AchievementDocument::exact));
    }

    /** How the station's indicators stand, as far as it is known. */
    List<String> statuses() {
        return indicators.stream()
                .filter(row -> row.area() == null)
                .map(IndicatorRow::status)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A whole number or {@code numerator/denominator}. */
    static String exact(BigFraction figure) {
        return figure.getDenominator().equals(BigInteger.ONE)
                ? figure.getNumerator().toString()
                : figure.getNumerator() + "/" + figure.getDenominator();
    }

    private static @Nullable String print(Optional<BigFraction> figure, Function<BigFraction, String> printed) {
        return figure.map(printed).orElse(null);
    }
}
