package cn.mingjian.cli.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** result.json: figures of the four services side by side, each as its service prints it. */
record ResultFile(JsonNode achievement, JsonNode staffing, JsonNode claims, JsonNode score) {

    JsonNode assembled() {
        ObjectNode result = Json.object();
        result.set(
                "indicators",
                Json.list(
                        achievement.path("indicators"),
                        row -> Json.pick(
                                row, "indicator", "area", "agreed", "completed", "recorded", "rate", "status")));
        result.set("indicatorsExceeded", achievement.path("indicatorsExceeded"));
        result.set("staffing", staffing.path("staffing"));
        result.set("reviewBacklog", Json.pick(achievement, "reviewBacklog").get("reviewBacklog"));
        result.set("discrepancies", discrepancies());
        result.set("score", printedScore());
        return result;
    }

    private ArrayNode discrepancies() {
        List<JsonNode> all = new ArrayList<>();
        achievement.path("discrepancies").forEach(all::add);
        claims.forEach(all::add);
        all.sort(Comparator.comparing((JsonNode d) -> d.path("rule").asText())
                .thenComparing(d -> d.path("subject").asText())
                .thenComparing(d -> d.path("left").asText()));
        ArrayNode list = Json.object().arrayNode();
        all.forEach(each -> list.add(Json.pick(each, "rule", "subject", "left", "right")));
        return list;
    }

    private ObjectNode printedScore() {
        ObjectNode printed = Json.object();
        printed.set("parties", Json.list(score.path("parties"), party -> {
            ObjectNode own = Json.pick(party, "party", "weight", "raw", "weighted");
            own.set(
                    "categories",
                    Json.list(party.path("categories"), each -> Json.pick(each, "category", "score", "max")));
            return own;
        }));
        return printed.setAll(Json.pick(score, "total", "grade"));
    }
}
