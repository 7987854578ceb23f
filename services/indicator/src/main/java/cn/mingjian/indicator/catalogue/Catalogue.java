package cn.mingjian.indicator.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The areas, indicators and targets of one agreement version. */
public record Catalogue(List<Area> areas, List<Indicator> indicators, Map<Row, BigFraction> targets) {
    /** Refuses indicators that share a code and rates over something that is not a volume of this catalogue. */
    public Catalogue {
        areas = List.copyOf(areas);
        indicators = List.copyOf(indicators);
        targets = Map.copyOf(targets);
        var volumes = new HashSet<String>();
        var codes = new HashSet<String>();
        for (var indicator : indicators) {
            if (!codes.add(indicator.code())) {
                throw new IllegalArgumentException("two indicators are named " + indicator.code());
            }
            if (indicator.measure() instanceof Measure.Volume) {
                volumes.add(indicator.code());
            }
        }
        for (var indicator : indicators) {
            if (indicator.measure() instanceof Measure.Rate(var numerator, var denominator)
                    && !(volumes.contains(numerator) && volumes.contains(denominator))) {
                throw new IllegalArgumentException("the rate %s needs two volumes, not %s over %s"
                        .formatted(indicator.code(), numerator, denominator));
            }
        }
    }

    /** Every line of the achievement table: each indicator's station line, and one an area where its scope is AREA. */
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var indicator : indicators) {
            rows.add(Row.station(indicator.code()));
            if (indicator.scope() == Scope.AREA) {
                areas.forEach(area -> rows.add(Row.area(indicator.code(), area.code())));
            }
        }
        return rows;
    }

    /** The indicator of that code, if the agreement has it. */
    public Optional<Indicator> indicator(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    /** The station's target, or an area's allocation; empty when the agreement names none. */
    public Optional<BigFraction> agreed(Row row) {
        return Optional.ofNullable(targets.get(row));
    }

    /** What the areas are allotted of one indicator. */
    public List<BigFraction> allocations(String indicator) {
        return targets.entrySet().stream()
                .filter(target -> target.getKey().area() != null
                        && target.getKey().indicator().equals(indicator))
                .map(Map.Entry::getValue)
                .toList();
    }
}
