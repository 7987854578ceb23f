package cn.mingjian.indicator.completion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.indicator.catalogue.Area;
import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Counting;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.catalogue.Scope;
import cn.mingjian.platform.number.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionRateTest {
    private static final Indicator CASES =
            new Indicator("cases", "个案", "个", Scope.AREA, new Measure.Volume("case", Counting.COUNT));
    private static final Indicator CLOSURES =
            new Indicator("closures", "结案", "个", Scope.AREA, new Measure.Volume("closed", Counting.COUNT));
    private static final Indicator CLOSURE_RATE =
            new Indicator("closure-rate", "结案率", "%", Scope.AREA, new Measure.Rate("closures", "cases"));

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "9564, 9300, 102.84",
        "1463, 1550, 94.39",
        "0, 10, 0.00",
        "12, 12, 100.00",
        "2, 3, 66.67",
        "1, 800, 0.13", // exactly 0.125: a tie goes up
        "9.5, 10, 95.00",
        "5, 0, ",
        "0, 0, ",
        ", 10, ",
        "5, , ",
        ", , ",
    })
    void aVolumesRateIsCompletedByAgreed(String completed, String agreed, String rate) {
        var rates = rates(figures("cases", null, agreed), figures("cases", null, completed));

        var computed = rates.rate(CASES, Row.station("cases"));

        assertThat(computed.map(Figures::twoDecimals)).isEqualTo(Optional.ofNullable(rate));
    }

    @ParameterizedTest(name = "closures {0}, cases agreed {1}: {2}")
    @CsvSource({"170, 204, 83.33", "28, 35, 80.00", "0, 35, 0.00", "28, 0, ", "28, , ", ", 35, "})
    void aRateIsTheNumeratorsCompletedByTheDenominatorsAgreed(String closures, String cases, String rate) {
        // Cases are declared too: what is agreed counts, not what was opened.
        var declared = figures("closures", "A1", closures);
        declared.putAll(figures("cases", "A1", "99"));
        var rates = rates(figures("cases", "A1", cases), declared);

        var completed = rates.completed(CLOSURE_RATE, Row.area("closure-rate", "A1"));

        assertThat(completed.map(Figures::twoDecimals)).isEqualTo(Optional.ofNullable(rate));
        assertThat(rates.rate(CLOSURE_RATE, Row.area("closure-rate", "A1"))).isEqualTo(completed);
    }

    @Test
    void theStationsRateTakesTheSumOfTheAreasAndTheStationsTarget() {
        var declared = figures("closures", "A1", "30");
        declared.putAll(figures("closures", "A2", "20"));
        var rates = rates(figures("cases", null, "60"), declared);

        var completed = rates.completed(CLOSURE_RATE, Row.station("closure-rate"));

        assertThat(completed).contains(BigFraction.of(250, 3));
    }

    @ParameterizedTest(name = "station {0}, areas {1} and {2}: {3}")
    @CsvSource({"10, 3, 4, 10", "0, 3, 4, 0", ", 3, 4, 7", ", 3, , 3", ", , , ", "10, , , 10"})
    void theStationsTotalIsItsOwnRowElseTheSumOfTheAreas(String station, String one, String two, String total) {
        var declared = figures("cases", null, station);
        declared.putAll(figures("cases", "A1", one));
        declared.putAll(figures("cases", "A2", two));

        var completed = new DeclaredFigures(declared).of(Row.station("cases"));

        assertThat(completed.map(Figures::plain)).isEqualTo(Optional.ofNullable(total));
    }

    @Test
    void anAreasFigureIsNeverTakenFromTheStation() {
        assertThat(new DeclaredFigures(figures("cases", null, "10")).of(Row.area("cases", "A1")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({
        "9, 10, NOT_MET",
        "10, 10, MET",
        "10.0, 10, MET",
        "11, 10, EXCEEDED",
        "79.999, 80, NOT_MET", // prints 80.00
        "0, 0, MET",
        "1, 0, EXCEEDED",
        ", 10, ",
        "10, , ",
    })
    void theStatusComparesExactFigures(String completed, String agreed, Status status) {
        assertThat(Status.of(figure(completed), figure(agreed))).isEqualTo(Optional.ofNullable(status));
    }

    private static CompletionRate rates(Map<Row, BigFraction> targets, Map<Row, BigFraction> declared) {
        var catalogue = new Catalogue(
                List.of(new Area("A1", "一"), new Area("A2", "二")), List.of(CASES, CLOSURES, CLOSURE_RATE), targets);
        return new CompletionRate(catalogue, new DeclaredFigures(declared));
    }

    private static Map<Row, BigFraction> figures(String indicator, @Nullable String area, @Nullable String figure) {
        var figures = new HashMap<Row, BigFraction>();
        figure(figure).ifPresent(value -> figures.put(new Row(indicator, area), value));
        return figures;
    }

    private static Optional<BigFraction> figure(@Nullable String text) {
        return Optional.ofNullable(text).map(Figures::parse);
    }
}
