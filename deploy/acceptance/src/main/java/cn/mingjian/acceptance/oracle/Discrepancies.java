package cn.mingjian.acceptance.oracle;

import cn.mingjian.acceptance.oracle.BundleFiles.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where two figures that ought to agree do not. */
final class Discrepancies {
    /** A missing {@code right} is a figure that cannot be known. */
    record Discrepancy(String rule, String subject, String left, Optional<String> right) {}

    /** A computed figure, exact and as it is printed. */
    record Figure(Ratio exact, String printed) {
        static Figure plain(Ratio exact) {
            return new Figure(exact, exact.plain());
        }

        static Figure twoDecimals(Ratio exact) {
            return new Figure(exact, exact.printed(2));
        }
    }

    private final Indicators indicators;
    private final Staffing staffing;

    Discrepancies(Indicators indicators, Staffing staffing) {
        this.indicators = indicators;
        this.staffing = staffing;
    }

    List<Discrepancy> of(BundleFiles bundle) {
        List<Discrepancy> found = new ArrayList<>();
        for (Indicators.Row row : indicators.rows()) {
            if (row.rated()) continue;
            String subject = "indicator:" + row.indicator()
                    + row.area().map(area -> ":" + area).orElse("");
            if (row.recorded().isPresent()
                    && row.completed().isPresent()
                    && !row.recorded().equals(row.completed()))
                found.add(new Discrepancy(
                        "DECLARED_VS_RECORDED",
                        subject,
                        row.completed().get().plain(),
                        row.recorded().map(Ratio::plain)));
            Optional<Ratio> allocated =
                    row.area().isPresent() ? Optional.empty() : indicators.allocated(row.indicator());
            if (allocated.isPresent() && row.agreed().isPresent() && !allocated.equals(row.agreed()))
                found.add(new Discrepancy(
                        "ALLOCATION_VS_AGREEMENT",
                        subject,
                        allocated.get().plain(),
                        row.agreed().map(Ratio::plain)));
        }
        for (Tree claim : bundle.yaml("claims.yaml").elements()) {
            String subject = claim.at("subject").text();
            String value = claim.at("value").text();
            Optional<Figure> figure = figure(subject);
            if (!figure.map(computed -> agrees(value, computed.exact())).orElse(false))
                found.add(new Discrepancy("CLAIM_VS_COMPUTED", subject, value, figure.map(Figure::printed)));
        }
        return found;
    }

    /** A claim holds when the exact figure, rounded to the claim's own decimals, is the claim. */
    static boolean agrees(String claim, Ratio exact) {
        int point = claim.indexOf('.');
        return exact.rounded(point < 0 ? 0 : claim.length() - point - 1).equals(Ratio.parse(claim));
    }

    Optional<Figure> figure(String subject) {
        List<String> parts = List.of(subject.split(":"));
        return switch (parts.getFirst() + ":" + parts.get(1)) {
            case "indicators:exceeded" -> Optional.of(Figure.plain(Ratio.of(indicators.exceeded())));
            case "staffing:headcount" -> Optional.of(Figure.plain(Ratio.of(staffing.headcount())));
            case "staffing:certified-rate" -> staffing.certifiedRate().map(Figure::twoDecimals);
            case "staffing:experienced-rate" -> staffing.experiencedRate().map(Figure::twoDecimals);
            case "staffing:retention" ->
                staffing.retention(parts.size() == 3 ? parts.get(2) : staffing.formula)
                        .map(Figure::twoDecimals);
            default -> {
                Indicators.Row row = indicators.station(parts.get(1));
                boolean rate = parts.size() == 3;
                yield rate || row.rated()
                        ? row.rate().map(Figure::twoDecimals)
                        : row.completed().map(Figure::plain);
            }
        };
    }

    /** Every subject a claim can be about in this evaluation. */
    List<String> subjects() {
        List<String> subjects = new ArrayList<>(List.of(
                "indicators:exceeded",
                "staffing:headcount",
                "staffing:certified-rate",
                "staffing:experienced-rate",
                "staffing:retention"));
        Staffing.FORMULAS.forEach(formula -> subjects.add("staffing:retention:" + formula));
        for (Indicators.Row row : indicators.rows())
            if (row.area().isEmpty())
                subjects.addAll(List.of("indicator:" + row.indicator(), "indicator:" + row.indicator() + ":rate"));
        return subjects;
    }
}
