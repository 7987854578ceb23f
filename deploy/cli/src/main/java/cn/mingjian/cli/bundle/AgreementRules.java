package cn.mingjian.cli.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What areas, catalogue, targets and declared figures have to agree on. */
record AgreementRules(Table indicators, Codes areaCodes, Codes indicatorCodes, Faults faults) {

    void check(Table targets, Table declared) {
        Map<String, Row> catalogue = new HashMap<>();
        indicators.rows().forEach(row -> row.find("code").ifPresent(code -> catalogue.putIfAbsent(code, row)));
        for (Row row : indicators.rows()) {
            if (row.is("kind", "VOLUME")) {
                row.find("measure")
                        .flatMap(Form.oneOf("COUNT", "ATTENDANCE")::fault)
                        .ifPresent(fault -> faults.add(indicators.file(), row.line(), "measure", fault));
            } else if (row.is("kind", "RATE")) {
                checkRateOf(row, "source", catalogue);
                checkRateOf(row, "measure", catalogue);
            }
        }
        for (Row row : targets.rows()) {
            areaCodes.cite(targets, row, "area");
            cited(targets, row, catalogue)
                    .filter(indicator -> indicator.is("scope", "STATION"))
                    .flatMap(indicator -> row.find("area"))
                    .ifPresent(area -> faults.add(targets.file(), row.line(), "area", "全站指标不分解到片区"));
        }
        for (Row row : declared.rows()) {
            areaCodes.cite(declared, row, "area");
            cited(declared, row, catalogue)
                    .filter(indicator -> indicator.is("kind", "RATE"))
                    .ifPresent(rate -> faults.add(declared.file(), row.line(), "indicator", "比率指标由平台计算，不申报"));
        }
    }

    private void checkRateOf(Row rate, String column, Map<String, Row> catalogue) {
        rate.find(column)
                .filter(code -> indicatorCodes.cite(indicators.file(), rate.line(), column, code))
                .map(catalogue::get)
                .filter(indicator -> indicator.is("kind", "RATE"))
                .ifPresent(other -> faults.add(indicators.file(), rate.line(), column, "比率指标不能再由比率指标算出"));
    }

    private Optional<Row> cited(Table table, Row row, Map<String, Row> catalogue) {
        return row.find("indicator")
                .filter(code -> indicatorCodes.cite(table.file(), row.line(), "indicator", code))
                .map(catalogue::get);
    }
}
