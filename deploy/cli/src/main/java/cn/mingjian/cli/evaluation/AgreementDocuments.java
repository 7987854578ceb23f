package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.CsvFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the bureau registers before an evaluation: district, station and agreement. */
record AgreementDocuments(Bundle bundle) {

    ObjectNode district(String bureauAccount, String platformAccount) {
        return districtName().put("bureauAccount", bureauAccount).put("platformAccount", platformAccount);
    }

    ObjectNode districtName() {
        return Json.pick(bundle.evaluation().path("district"), "name");
    }

    ObjectNode station() {
        JsonNode station = bundle.evaluation().path("station");
        ObjectNode document = Json.counts(
                Json.pick(station, "name", "town", "founded", "sites", "population"), "sites", "population");
        JsonNode coverage = bundle.evaluation().path("coverage");
        if (coverage.isObject()) {
            String[] counts = {"households", "persons", "residentsServed"};
            document.set("coverage", Json.counts(Json.pick(coverage, counts), counts));
        } else {
            document.putNull("coverage");
        }
        return document;
    }

    /** The agreement's own terms, with areas, catalogue and targets. */
    ObjectNode agreement() {
        ObjectNode document = terms();
        document.set("areas", areas());
        document.set("indicators", indicators());
        document.set("targets", targets());
        return document;
    }

    ObjectNode terms() {
        JsonNode agreement = bundle.evaluation().path("agreement");
        return Json.counts(
                Json.pick(agreement, "from", "to", "serviceYear", "annualFee", "requiredStaff", "operator"),
                "requiredStaff");
    }

    ArrayNode areas() {
        return Json.list(bundle.rows(CsvFile.AREAS), row -> {
            ObjectNode area = Json.counts(Json.pick(row, "code", "name", "workers"), "workers");
            ArrayNode communities = area.putArray("communities");
            for (String community : row.get("communities").split("\\|", -1)) {
                communities.add(community);
            }
            return area;
        });
    }

    ArrayNode indicators() {
        return Json.list(
                bundle.rows(CsvFile.INDICATORS),
                row -> Json.pick(row, "code", "name", "unit", "scope", "kind", "source", "measure"));
    }

    ArrayNode targets() {
        return Json.list(bundle.rows(CsvFile.TARGETS), row -> Json.pick(row, "indicator", "area", "agreed"));
    }
}
