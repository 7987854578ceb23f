package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.Catalogue;
import cn.mingjian.rules.agreement.Catalogue.Indicator;
import cn.mingjian.rules.agreement.Catalogue.Subject;
import java.util.List;

/** What was bought and what was declared, as the rules about it read them. */
record AgreementTables(Table areas, Table indicators, Table targets, Table declared, Catalogue catalogue) {

    static AgreementTables of(Table areas, Table indicators, Table targets, Table declared) {
        List<Indicator> entries = indicators.rows().stream()
                .map(row -> new Indicator(
                        row.orNull("code"),
                        row.orNull("scope"),
                        row.orNull("kind"),
                        row.orNull("source"),
                        row.orNull("measure")))
                .toList();
        return new AgreementTables(
                areas, indicators, targets, declared, new Catalogue(entries, indicators.tells("code")));
    }

    Known areaCodes() {
        return areas.known("片区", "code");
    }

    void check(Table resources, Findings findings) {
        Known areaCodes = areaCodes();
        for (Row row : indicators.rows()) {
            if (row.is("kind", "VOLUME")) {
                row.find("measure")
                        .flatMap(Catalogue.MEASURE::fault)
                        .ifPresent(fault -> findings.add(indicators, row, "measure", fault));
            }
        }
        findings.addAll(indicators, catalogue.rates());
        findings.addAll(targets, catalogue.targets(subjects(targets), areaCodes));
        findings.addAll(declared, catalogue.declared(subjects(declared), areaCodes));
        for (int i = 0; i < resources.rows().size(); i++) {
            areaCodes
                    .cite(
                            "/%d/area".formatted(i),
                            Rule.AREA_KNOWN,
                            resources.rows().get(i).orNull("area"))
                    .ifPresent(problem -> findings.add(resources, problem));
        }
    }

    /** Tells which citations of areas and indicators are wrong, in whatever file. */
    void cited(Findings findings) {
        Citations ofAreas = new Citations().in(targets, "area", "indicator").in(declared, "area", "indicator");
        findings.cited(
                Rule.AREA_KNOWN, ofAreas, areas.lost("code", ofAreas, row -> ofAreas.usual(areas.alike(row, "code"))));
        Citations ofIndicators =
                new Citations().in(targets, "indicator", "area").in(declared, "indicator", "area");
        findings.cited(
                Rule.INDICATOR_KNOWN,
                ofIndicators,
                indicators.lost(
                        "code",
                        ofIndicators,
                        row -> ofIndicators.usual(indicators.alike(row, "code", "scope", "kind"))));
    }

    private static List<Subject> subjects(Table table) {
        return table.rows().stream()
                .map(row -> new Subject(row.orNull("indicator"), row.orNull("area")))
                .toList();
    }
}
