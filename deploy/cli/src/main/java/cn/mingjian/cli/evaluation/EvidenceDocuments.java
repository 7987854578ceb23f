package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.CsvFile;
import cn.mingjian.cli.bundle.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** What operator and third party hand in: figures, people, money, answers. */
record EvidenceDocuments(Bundle bundle) {

    ObjectNode declared() {
        return list("figures", CsvFile.DECLARED, row -> Json.pick(row, "indicator", "area", "completed"));
    }

    ObjectNode resources() {
        return list(
                "resources",
                CsvFile.RESOURCES,
                row -> Json.pick(row, "on", "provider", "kind", "value", "area", "purpose"));
    }

    ObjectNode roster() {
        String[] columns = {
            "worker",
            "position",
            "area",
            "certificate",
            "joined",
            "contractTo",
            "left",
            "departure",
            "practiceSince",
            "note"
        };
        return list("workers", CsvFile.ROSTER, row -> Json.pick(row, columns));
    }

    ObjectNode attendance() {
        return list("months", CsvFile.ATTENDANCE, row -> {
            ObjectNode month = Json.pick(row, "worker", "month");
            for (String flag : new String[] {"present", "insured", "paid"}) {
                month.put(flag, Boolean.parseBoolean(row.get(flag)));
            }
            return month;
        });
    }

    ObjectNode training() {
        return list(
                "sessions",
                CsvFile.TRAINING,
                row -> Json.counts(Json.pick(row, "on", "kind", "title", "hours", "attendees"), "attendees"));
    }

    ObjectNode satisfaction() {
        return list(
                "answers",
                CsvFile.SATISFACTION,
                row -> Json.counts(Json.pick(row, "group", "channel", "score"), "score"));
    }

    ObjectNode remediation() {
        return Json.document(
                "items",
                Json.list(bundle.remediation(), item -> Json.pick(item, "raised", "title", "status", "evidence")));
    }

    ObjectNode claims() {
        return Json.document(
                "claims", Json.list(bundle.claims(), claim -> Json.pick(claim, "source", "subject", "value")));
    }

    private ObjectNode list(String name, CsvFile file, Function<Row, JsonNode> element) {
        return Json.document(name, Json.list(bundle.rows(file), element));
    }
}
