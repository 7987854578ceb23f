package cn.mingjian.indicator.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.indicator.catalogue.Area;
import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Counting;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.catalogue.Scope;
import cn.mingjian.indicator.completion.RecordedTotals.Total;
import cn.mingjian.platform.number.Figures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AchievementTest {
    private static final EvidenceWindow WINDOW =
            new EvidenceWindow(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-02-29"));
    private static final Indicator VISITS = volume("visits", Scope.AREA);
    private static final Indicator FILES = volume("files", Scope.STATION);
    private static final Indicator VISIT_RATE =
            new Indicator("visit-rate", "探访率", "%", Scope.AREA, new Measure.Rate("visits", "visits"));

    @Test
    void everyAreaHasALineEvenWhenNothingIsKnownOfIt() {
        var achievement = achievement("", "", Optional.empty(), VISITS, VISIT_RATE, FILES);

        assertThat(achievement.lines())
                .extracting(line -> line.row().subject())
                .containsExactly(
                        "indicator:visits",
                        "indicator:visits:A1",
                        "indicator:visits:A2",
                        "indicator:visit-rate",
                        "indicator:visit-rate:A1",
                        "indicator:visit-rate:A2",
                        "indicator:files");
        assertThat(achievement.lines()).allSatisfy(line -> assertThat(
                        List.of(line.agreed(), line.completed(), line.recorded(), line.rate(), line.status()))
                .containsOnly(Optional.empty()));
    }

    @Test
    void onlyTheStationsLinesCountAsExceeded() {
        var achievement = achievement(
                "visits=10 visits:A1=1 files=5", "visits=9 visits:A1=2 files=6", Optional.empty(), VISITS, FILES);

        assertThat(achievement.exceeded()).isEqualTo(1);
    }

    @Test
    void declaredDiffersFromRecordedWhereBothAreKnown() {
        var recorded = new RecordedTotals(List.of(total("visits", "A1", 3), total("visits", "A9", 2)));

        var achievement =
                achievement("", "visits:A1=3 visits:A2=4.5", Optional.of(recorded), VISITS, VISIT_RATE, FILES);

        assertThat(printed(achievement.discrepancies()))
                .containsExactly(
                        "DECLARED_VS_RECORDED indicator:visits 7.5 5",
                        "DECLARED_VS_RECORDED indicator:visits:A2 4.5 0");
    }

    @Test
    void nothingIsComparedWithRecordsThatAreNoEvidence() {
        var achievement = achievement("", "visits=7", Optional.empty(), VISITS);

        assertThat(achievement.discrepancies()).isEmpty();
        assertThat(achievement.monthly()).isEmpty();
        assertThat(achievement.pacing()).isEmpty();
    }

    @Test
    void allocationsAreComparedWithATargetThatExists() {
        var other = volume("other", Scope.AREA);
        var equal = volume("equal", Scope.AREA);
        var achievement = achievement(
                "visits=10 visits:A1=6 visits:A2=5 other:A1=6 equal=3 equal:A1=1.5 equal:A2=1.5 files=9 visit-rate=80 visit-rate:A1=80 visit-rate:A2=80",
                "",
                Optional.empty(),
                VISITS,
                other,
                equal,
                FILES,
                VISIT_RATE);

        assertThat(printed(achievement.discrepancies()))
                .containsExactly("ALLOCATION_VS_AGREEMENT indicator:visits 11 10");
    }

    @Test
    void aRateOfARateIsRefused() {
        var rateOfRate = new Indicator("twice", "", "%", Scope.AREA, new Measure.Rate("visit-rate", "visits"));

        assertThatThrownBy(() -> new Catalogue(List.of(), List.of(VISITS, VISIT_RATE, rateOfRate), Map.of()))
                .hasMessageContaining("visit-rate over visits");
    }

    private static Achievement achievement(
            String targets, String declared, Optional<RecordedTotals> recorded, Indicator... indicators) {
        var catalogue =
                new Catalogue(List.of(new Area("A1", "一"), new Area("A2", "二")), List.of(indicators), figures(targets));
        return Achievement.of(catalogue, new DeclaredFigures(figures(declared)), recorded, WINDOW);
    }

    /** Reads {@code visits=10 visits:A1=6}. */
    private static Map<Row, BigFraction> figures(String text) {
        var figures = new HashMap<Row, BigFraction>();
        for (var figure : text.isEmpty() ? new String[0] : text.split(" ")) {
            var sides = figure.split("=");
            var row = sides[0].split(":");
            figures.put(new Row(row[0], row.length > 1 ? row[1] : null), Figures.parse(sides[1]));
        }
        return figures;
    }

    private static List<String> printed(List<Discrepancy> discrepancies) {
        return discrepancies.stream()
                .map(found -> "%s %s %s %s"
                        .formatted(
                                found.rule(),
                                found.subject(),
                                Figures.plain(found.left()),
                                Figures.plain(found.right())))
                .toList();
    }

    private static Indicator volume(String code, Scope scope) {
        return new Indicator(code, code, "个", scope, new Measure.Volume(code, Counting.COUNT));
    }

    private static Total total(String type, String area, long count) {
        return new Total(type, area, YearMonth.of(2024, 1), count, 0);
    }
}
