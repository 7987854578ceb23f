package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.Catalogue;
import cn.mingjian.rules.agreement.Catalogue.Indicator;
import cn.mingjian.rules.agreement.Catalogue.Subject;
import java.util.List;

/** What was bought and what was declared, as the rules about it read them. */
record AgreementTables(Known areas, Table indicators, Catalogue catalogue) {

    static AgreementTables of(Table areas, Table indicators) {
        List<Indicator> entries = indicators.rows().stream()
                .map(row -> new Indicator(
                        row.orNull("code"),
                        row.orNull("scope"),
                        row.orNull("kind"),
                        row.orNull("source"),
                        row.orNull("measure")))
                .toList();
        return new AgreementTables(
                areas.known("片区", "code"), indicators, new Catalogue(entries, indicators.tells("code")));
    }

    void check(Table targets, Table declared, Table resources, Findings findings) {
        for (Row row : indicators.rows()) {
            if (row.is("kind", "VOLUME")) {
                row.find("measure")
                        .flatMap(Catalogue.MEASURE::fault)
                        .ifPresent(fault -> findings.add(indicators, row, "measure", fault));
            }
        }
        findings.addAll(indicators, catalogue.rates());
        findings.addAll(targets, catalogue.targets(subjects(targets), areas));
        findings.addAll(declared, catalogue.declared(subjects(declared), areas));
        for (int i = 0; i < resources.rows().size(); i++) {
            areas.cite(
                            "/%d/area".formatted(i),
                            Rule.AREA_KNOWN,
                            resources.rows().get(i).orNull("area"))
                    .ifPresent(problem -> findings.add(resources, problem));
        }
    }

    private static List<Subject> subjects(Table table) {
        return table.rows().stream()
                .map(row -> new Subject(row.orNull("indicator"), row.orNull("area")))
                .toList();
    }
}
