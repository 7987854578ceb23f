package cn.mingjian.indicator.completion;

import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.completion.Discrepancy.Rule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** What a station achieved of its agreement inside an evidence window, every figure exact. */
public record Achievement(
        List<Line> lines, List<Discrepancy> discrepancies, List<Volume> monthly, List<PacingMark> pacing) {

    /** One line of the table; every figure may be unknown. */
    public record Line(
            Row row,
            Indicator indicator,
            Optional<BigFraction> agreed,
            Optional<BigFraction> completed,
            Optional<BigFraction> recorded,
            Optional<BigFraction> rate,
            Optional<Status> status) {}

    /** The station's recorded volume of one indicator in one month. */
    public record Volume(String indicator, YearMonth month, long recorded) {}

    /** What stands out in the pacing of one indicator. */
    public record PacingMark(String indicator, Pacing.Mark mark) {}

    /** Keeps its own copies. */
    public Achievement {
        lines = List.copyOf(lines);
        discrepancies = List.copyOf(discrepancies);
        monthly = List.copyOf(monthly);
        pacing = List.copyOf(pacing);
    }

    /**
     * Computes everything; without {@code recorded} (the platform's records are no part of the evidence) all that comes from
     * records is unknown.
     */
    public static Achievement of(
            Catalogue catalogue, DeclaredFigures declared, Optional<RecordedTotals> recorded, EvidenceWindow window) {
        var rates = new CompletionRate(catalogue, declared);
        var lines = catalogue.rows().stream()
                .map(row -> line(row, catalogue, rates, recorded))
                .toList();
        var monthly = new ArrayList<Volume>();
        var pacing = new ArrayList<PacingMark>();
        recorded.ifPresent(totals -> eachVolume(catalogue, (indicator, volume) -> {
            var months = window.months();
            var volumes = months.stream().map(month -> totals.in(volume, month)).toList();
            for (var k = 0; k < months.size(); k++) {
                monthly.add(new Volume(indicator.code(), months.get(k), volumes.get(k)));
            }
            new Pacing(months, volumes, catalogue.agreed(Row.station(indicator.code())))
                    .marks()
                    .forEach(mark -> pacing.add(new PacingMark(indicator.code(), mark)));
        }));
        return new Achievement(lines, discrepancies(catalogue, lines), monthly, pacing);
    }

    /** How many indicators exceed their target at the station. */
    public int exceeded() {
        return (int) lines.stream()
                .filter(line -> line.row().area() == null)
                .filter(line -> line.status().equals(Optional.of(Status.EXCEEDED)))
                .count();
    }

    private static Line line(Row row, Catalogue catalogue, CompletionRate rates, Optional<RecordedTotals> recorded) {
        var indicator = catalogue.indicator(row.indicator()).orElseThrow();
        var agreed = catalogue.agreed(row);
        var completed = rates.completed(indicator, row);
        Function<RecordedTotals, Optional<BigFraction>> figure = totals -> switch (indicator.measure()) {
            case Measure.Volume volume -> Optional.of(BigFraction.of(totals.of(volume, row.area())));
            case Measure.Rate rate -> Optional.empty();
        };
        return new Line(
                row,
                indicator,
                agreed,
                completed,
                recorded.flatMap(figure),
                rates.rate(indicator, row),
                Status.of(completed, agreed));
    }

    private static List<Discrepancy> discrepancies(Catalogue catalogue, List<Line> lines) {
        var found = new ArrayList<Discrepancy>();
        for (var line : lines) {
            Discrepancy.between(Rule.DECLARED_VS_RECORDED, line.row().subject(), line.completed(), line.recorded())
                    .ifPresent(found::add);
        }
        eachVolume(catalogue, (indicator, volume) -> {
            var row = Row.station(indicator.code());
            var allotted = catalogue.allocations(indicator.code()).stream().reduce(BigFraction::add);
            Discrepancy.between(Rule.ALLOCATION_VS_AGREEMENT, row.subject(), allotted, catalogue.agreed(row))
                    .ifPresent(found::add);
        });
        return found;
    }

    private static void eachVolume(Catalogue catalogue, BiConsumer<Indicator, Measure.Volume> action) {
        for (var indicator : catalogue.indicators()) {
            if (indicator.measure() instanceof Measure.Volume volume) {
                action.accept(indicator, volume);
            }
        }
    }
}
