package cn.mingjian.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void picksTheFiguresOutOfWhatTheServicesAnswer() throws IOException {
        JsonNode expected =
                JSON.readTree(Path.of("../demo/dagang/expected.json").toFile());
        ObjectNode achievement = Json.object().put("version", 7);
        achievement.set("indicators", withMore(expected.path("indicators"), "exactRate", "1/3"));
        achievement.set("indicatorsExceeded", expected.path("indicatorsExceeded"));
        achievement.set("reviewBacklog", expected.path("reviewBacklog"));
        ArrayNode own = achievement.putArray("discrepancies");
        ArrayNode claims = Json.object().putArray("claims");
        expected.path("discrepancies")
                .forEach(d -> (d.path("rule").asText().startsWith("CLAIM") ? claims : own).add(d));
        ObjectNode staffing = Json.object().put("version", 3);
        staffing.set("staffing", expected.path("staffing"));
        ObjectNode score = expected.path("score").deepCopy();
        score.put("state", "FINAL").set("parties", withMore(score.path("parties"), "name", "某方"));

        JsonNode result = new ResultFile(achievement, staffing, claims, score).assembled();

        assertThat(Difference.between(expected, result)).isFalse();
        assertThat(Difference.between(result, expected)).isFalse();
    }

    @Test
    void theSchemaOfTheResultHoldsForTheExpectedOne() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../../contracts/bundle/result.schema.json")));

        var messages = schema.validate(
                JSON.readTree(Path.of("../demo/dagang/expected.json").toFile()));

        assertThat(messages).isEmpty();
    }

    private static ArrayNode withMore(JsonNode list, String key, String value) {
        return Json.list(list, each -> ((ObjectNode) each.deepCopy()).put(key, value));
    }
}
