package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A round scored by the rubric that has a city's shape: ninety items on three levels, a thousand points. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CityRubricIT {

    private static final Path FILE = Path.of("../../deploy/demo/rubrics/illustrative-city.yaml");
    private static final String VERSION = "/v1/districts/nansha/rubrics/illustrative-city/versions/1";

    @Test
    void aThousandPointsBecomeAHundred() throws IOException {
        JsonNode rubric = published();
        TestRound round = new TestRound("dagang-by-city");
        TestRound.publishStationAndAgreement();
        ObjectNode opening = TestRound.opening();
        ((ObjectNode) opening.at("/policy/parties/0")).put("aggregation", "MEAN");
        round.put("", opening).then().statusCode(201);
        round.put("/rubric-choice", "{\"rubric\":\"illustrative-city\",\"version\":\"1\"}")
                .then()
                .statusCode(201);
        List<String> panel = new ArrayList<>(TestRound.leads().values());
        panel.add("tp-2");
        round.put("/panel", of(panel)).then().statusCode(201);
        panel.forEach(evaluator -> round.pledge(evaluator, "2024-06-25"));
        round.frozen();

        // Three quarters of every item; the third party's second evaluator gives half.
        for (String evaluator : panel) {
            BigDecimal part = new BigDecimal(evaluator.equals("tp-2") ? "0.5" : "0.75");
            round.put(
                            token(evaluator),
                            "/sheets/" + evaluator,
                            sheet(rubric.at("/parties/" + TestRound.party(evaluator)), part))
                    .then()
                    .statusCode(201);
            round.put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}")
                    .then()
                    .statusCode(201);
        }
        for (Party party : Party.values()) round.submitParty(party).then().statusCode(201);

        JsonNode result = new ObjectMapper().readTree(round.get("/result").asString());
        assertThat(result.at("/parties").findValuesAsText("raw")).containsExactly("62.50", "75.00", "75.00", "75.00");
        // 62.5 · 55 % = 34.375, which rounds up.
        assertThat(result.at("/parties").findValuesAsText("weighted"))
                .containsExactly("34.38", "11.25", "15.00", "7.50");
        assertThat(result.get("total").asText()).isEqualTo("68.13");
        assertThat(result.get("grade").asText()).isEqualTo("合格");
        assertThat(result.at("/parties").findValues("category").stream().map(JsonNode::asText))
                .as("first-level items")
                .hasSize(9);
    }

    /** Comes in by its file and is published. */
    private static JsonNode published() throws IOException {
        String bureau = Tokens.of("bureau", "nansha");
        given().auth()
                .oauth2(bureau)
                .contentType("application/yaml")
                .body(Files.readAllBytes(FILE))
                .put(VERSION + "/rubric.yaml")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(bureau)
                .put(VERSION + "/publication")
                .then()
                .statusCode(201)
                .body("state", equalTo("PUBLISHED"));
        String found = given().auth().oauth2(bureau).get(VERSION).asString();
        return new ObjectMapper().readTree(found).get("rubric");
    }

    private static ObjectNode of(List<String> evaluators) {
        ObjectNode panel = TestRound.panel();
        ArrayNode members = panel.withArray("members");
        for (int at = members.size() - 1; at >= 0; at--) {
            if (!evaluators.contains(members.get(at).get("evaluator").asText())) members.remove(at);
        }
        return panel;
    }

    private static ObjectNode sheet(JsonNode categories, BigDecimal part) {
        ObjectNode sheet = new ObjectMapper().createObjectNode();
        ArrayNode scores = sheet.putArray("scores");
        for (JsonNode items : categories.findValues("items")) {
            for (JsonNode item : items) {
                BigDecimal points = new BigDecimal(item.get("max").asText()).multiply(part);
                ObjectNode score = scores.addObject();
                score.put("item", item.get("code").asText())
                        .put("score", points.stripTrailingZeros().toPlainString());
                if (item.hasNonNull("commentBelow")) score.put("comment", "资料尚可补充");
            }
        }
        return sheet;
    }
}
