package cn.mingjian.acceptance.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completion of the agreement's indicators: a row for the station, and for scope AREA one for each area. */
final class Indicators {
    /** One row of the result; {@code rated} marks a RATE, whose completed figure is itself a percentage. */
    record Row(
            String indicator,
            Optional<String> area,
            boolean rated,
            Optional<Ratio> agreed,
            Optional<Ratio> completed,
            Optional<Ratio> recorded,
            Optional<Ratio> rate,
            Optional<String> status) {}

    private record Cell(String indicator, Optional<String> area) {}

    private final Map<Cell, Ratio> targets = new HashMap<>();
    private final Map<Cell, Ratio> declared = new HashMap<>();
    private final Map<Cell, List<Ratio>> declaredAreas = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    Indicators(BundleFiles bundle, Optional<Records> records) {
        bundle.rows("targets.csv").forEach(row -> targets.put(cell(row), Ratio.parse(row.text("agreed"))));
        for (BundleFiles.Row row : bundle.rows("declared.csv")) {
            Ratio completed = Ratio.parse(row.text("completed"));
            declared.put(cell(row), completed);
            if (row.optional("area").isPresent())
                declaredAreas
                        .computeIfAbsent(new Cell(row.text("indicator"), Optional.empty()), any -> new ArrayList<>())
                        .add(completed);
        }
        List<String> areas =
                bundle.rows("areas.csv").stream().map(row -> row.text("code")).toList();
        for (BundleFiles.Row indicator : bundle.rows("indicators.csv")) {
            rows.add(row(indicator, Optional.empty(), records));
            if (indicator.text("scope").equals("AREA"))
                areas.forEach(area -> rows.add(row(indicator, Optional.of(area), records)));
        }
    }

    List<Row> rows() {
        return rows;
    }

    Row station(String indicator) {
        return rows.stream()
                .filter(row -> row.indicator().equals(indicator) && row.area().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    long exceeded() {
        return rows.stream()
                .filter(row -> row.area().isEmpty() && row.status().equals(Optional.of("EXCEEDED")))
                .count();
    }

    /** The sum of an indicator's allocations, where there are any. */
    Optional<Ratio> allocated(String indicator) {
        List<Ratio> parts = targets.entrySet().stream()
                .filter(target -> target.getKey().indicator().equals(indicator)
                        && target.getKey().area().isPresent())
                .map(Map.Entry::getValue)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(Ratio.sum(parts));
    }

    private Row row(BundleFiles.Row indicator, Optional<String> area, Optional<Records> records) {
        String code = indicator.text("code");
        String source = indicator.text("source");
        String measure = indicator.text("measure");
        Optional<Ratio> agreed = target(code, area);
        if (indicator.text("kind").equals("RATE")) {
            Optional<Ratio> completed = percentage(completed(source, area), target(measure, area));
            return new Row(code, area, true, agreed, completed, Optional.empty(), completed, status(completed, agreed));
        }
        Optional<Ratio> completed = completed(code, area);
        return new Row(
                code,
                area,
                false,
                agreed,
                completed,
                records.map(all -> all.total(source, measure.equals("ATTENDANCE"), area)),
                percentage(completed, agreed),
                status(completed, agreed));
    }

    private Optional<Ratio> completed(String volume, Optional<String> area) {
        Cell cell = new Cell(volume, area);
        Optional<Ratio> own = Optional.ofNullable(declared.get(cell));
        return own.isPresent() || area.isPresent()
                ? own
                : Optional.ofNullable(declaredAreas.get(cell)).map(Ratio::sum);
    }

    private Optional<Ratio> target(String indicator, Optional<String> area) {
        return Optional.ofNullable(targets.get(new Cell(indicator, area)));
    }

    static Optional<Ratio> percentage(Optional<Ratio> part, Optional<Ratio> whole) {
        return part.flatMap(value -> whole.filter(base -> !base.isZero())
                .map(base -> value.times(Ratio.HUNDRED).over(base)));
    }

    static Optional<String> status(Optional<Ratio> completed, Optional<Ratio> agreed) {
        return completed.flatMap(done -> agreed.map(target -> switch (Integer.signum(done.compareTo(target))) {
            case -1 -> "NOT_MET";
            case 0 -> "MET";
            default -> "EXCEEDED";
        }));
    }

    private static Cell cell(BundleFiles.Row row) {
        return new Cell(row.text("indicator"), row.optional("area"));
    }
}
