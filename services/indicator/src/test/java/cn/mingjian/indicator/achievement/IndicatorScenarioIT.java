package cn.mingjian.indicator.achievement;

import static cn.mingjian.indicator.achievement.OpenedEvaluation.agreementOf;
import static cn.mingjian.indicator.achievement.OpenedEvaluation.as;
import static cn.mingjian.indicator.achievement.OpenedEvaluation.open;
import static cn.mingjian.indicator.achievement.OpenedEvaluation.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.indicator.evidence.DeclaredDocument;
import cn.mingjian.indicator.evidence.DeclaredDocument.DeclaredFigure;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The whole story: events in through Kafka, evidence in through REST, an achievement out of both. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IndicatorScenarioIT {
    private static final int CHUNK = 500;

    @Inject
    ObjectMapper json;

    @Test
    void anEvaluationFromItsAgreementToItsFrozenAchievement() throws Exception {
        var evaluation = "dagang-2023-final";
        var operator = Tokens.of("operator", "nansha/dagang");
        var bureau = Tokens.of("bureau", "nansha");

        // The evaluation overtakes its agreement, and waits for it.
        open(evaluation, "dagang", true);
        Topics.publish("district.agreement", "nansha/dagang/dagang-2023", "AgreementSigned", Dagang.agreement());
        as(bureau)
                .header("Prefer", "wait=30")
                .get("/v1/evaluations/{e}", evaluation)
                .then()
                .statusCode(200)
                .body("frozen", equalTo(false));
        as(bureau)
                .get("/v1/evaluations/{e}/achievement", evaluation)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("indicatorsExceeded", equalTo(0))
                .body("inputs.declaredVersion", nullValue());

        // The operator declares, and says the same again.
        put(operator, evaluation, "declared-figures", Dagang.declared())
                .statusCode(201)
                .body("version", equalTo(1));
        put(operator, evaluation, "declared-figures", Dagang.declared())
                .statusCode(200)
                .body("version", equalTo(1));
        put(operator, evaluation, "resources", Dagang.resources()).statusCode(201);
        for (var unread : List.of(
                Map.entry("declared-figures", "{\"figures\":[]}"),
                Map.entry("resources", "{\"resources\":[]}"),
                Map.entry("discrepancy-answers", "{\"answers\":[]}"))) {
            over("\"7\"", operator, evaluation, unread.getKey(), unread.getValue())
                    .statusCode(412)
                    .body("type", endsWith(":read-another-version"));
        }
        over("\"1\"", operator, evaluation, "declared-figures", Dagang.declared())
                .statusCode(200)
                .body("version", equalTo(1));

        // The municipal platform's records arrive, one chunk of them twice.
        deliver("dagang", "2024-06");
        var counted = Topics.await("indicator.delivery", "ServiceRecordsCounted", it -> it.get("delivery")
                .asText()
                .equals("2024-06"));
        assertThat(counted).isEqualTo(json.readTree("""
            {"district":"nansha","station":"dagang","delivery":"2024-06","accepted":15237,"duplicates":0,"conflicts":0}\
            """));

        var achievement = achievement(bureau, evaluation);
        var expected = Dagang.expected();
        assertThat(DagangAchievementTest.withoutExact(achievement))
                .containsExactlyInAnyOrderElementsOf(expected.get("indicators"));
        assertThat(achievement.get("indicatorsExceeded")).isEqualTo(expected.get("indicatorsExceeded"));
        assertThat(achievement.get("reviewBacklog").asInt()).isEqualTo(37);
        assertThat(achievement.get("discrepancies"))
                .containsExactlyInAnyOrderElementsOf(DagangAchievementTest.withoutClaims(expected));
        assertThat(achievement.get("resources")).hasSize(6);
        assertThat(achievement.at("/inputs/declaredVersion").asInt()).isEqualTo(1);
        var version = achievement.get("version").asInt();
        Topics.await(
                "indicator.achievement",
                "AchievementComputed",
                it -> it.get("evaluation").asText().equals(evaluation)
                        && it.get("version").asInt() == version
                        && it.get("indicators").asInt() == 23
                        && it.get("indicatorsMet").asInt() == 22
                        && it.get("indicatorsExceeded").asInt()
                                == expected.get("indicatorsExceeded").asInt());
        Topics.await(
                "indicator.achievement",
                "DiscrepanciesChanged",
                it -> it.get("open").asInt() == 8);

        // The operator answers for one of them; what is no discrepancy, or no longer that one, is not answered.
        var discrepancy = (ObjectNode) achievement.get("discrepancies").get(0).deepCopy();
        discrepancy.put("text", "两处片区的活动合并申报");
        put(operator, evaluation, "discrepancy-answers", Map.of("answers", List.of(discrepancy)))
                .statusCode(201)
                .body("answers[0].text", equalTo("两处片区的活动合并申报"));
        put(
                        operator,
                        evaluation,
                        "discrepancy-answers",
                        Map.of(
                                "answers",
                                List.of(
                                        discrepancy,
                                        discrepancy,
                                        discrepancy.deepCopy().put("left", "1"),
                                        ((ObjectNode) achievement
                                                        .get("discrepancies")
                                                        .get(1)
                                                        .deepCopy())
                                                .put("text", " "))))
                .statusCode(422)
                .body("errors.pointer", contains("/answers/1", "/answers/2", "/answers/3/text"));
        put(bureau, evaluation, "discrepancy-answers", Map.of("answers", List.of()))
                .statusCode(403);

        // Why is it 102.84 %?
        as(bureau)
                .get("/v1/evaluations/{e}/figures/indicator:home-visits:rate", evaluation)
                .then()
                .statusCode(200)
                .body("value", equalTo("102.84"))
                .body("exact", equalTo("3188/31"))
                .body("inputs.value", contains("9564", "9300"))
                .body("inputs.version", contains(1, 1));

        // Scoring freezes what it saw; from here on nothing moves.
        Topics.publish(
                "scoring.evaluation",
                evaluation,
                "EvidenceFrozen",
                Map.of("evaluation", evaluation, "achievementVersion", version, "staffingVersion", 1));
        as(operator)
                .header("Prefer", "wait=30")
                .get("/v1/evaluations/{e}?frozen=true", evaluation)
                .then()
                .body("frozen", equalTo(true));
        put(operator, evaluation, "declared-figures", Dagang.declared())
                .statusCode(200)
                .body("version", equalTo(1));
        put(operator, evaluation, "declared-figures", new DeclaredDocument(List.of()))
                .statusCode(409)
                .body("type", equalTo("urn:mingjian:problem:indicator:evidence-frozen"));
        put(operator, evaluation, "discrepancy-answers", Map.of("answers", List.of(discrepancy)))
                .statusCode(200)
                .body("version", equalTo(1));
        put(operator, evaluation, "discrepancy-answers", Map.of("answers", List.of()))
                .statusCode(409);
        correct("dagang", "GZ-002254", 2, "correction-after-freeze");
        Topics.await(
                "indicator.delivery",
                "ServiceRecordsCounted",
                it -> it.get("delivery").asText().equals("correction-after-freeze")
                        && it.get("accepted").asInt() == 1);
        assertThat(achievement(bureau, evaluation)).isEqualTo(achievement);
        RowSecurity.assertHolds("nansha/dagang");
    }

    @Test
    void concurrentEvidenceAndRecordsEndInOneAchievementOfBoth() throws Exception {
        Topics.publish("district.agreement", "nansha/lanhe/dagang-2023", "AgreementSigned", agreementOf("lanhe"));
        open("lanhe-2024", "lanhe", true);
        var operator = Tokens.of("operator", "nansha/lanhe");
        as(operator)
                .header("Prefer", "wait=30")
                .get("/v1/evaluations/lanhe-2024")
                .then()
                .statusCode(200);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 1; i <= 8; i++) {
                var declared = new DeclaredDocument(List.of(new DeclaredFigure("home-visits", null, "" + i)));
                threads.submit(() -> put(operator, "lanhe-2024", "declared-figures", declared));
                correct("lanhe", "R-" + i, 1, "d-" + i);
            }
        }
        Topics.await("indicator.delivery", "ServiceRecordsCounted", it -> it.get("delivery")
                .asText()
                .equals("d-8"));

        var declared =
                as(operator).get("/v1/evaluations/lanhe-2024/declared-figures").as(JsonNode.class);
        var achievement = achievement(operator, "lanhe-2024");
        assertThat(declared.get("version").asInt()).isEqualTo(8);
        assertThat(achievement.at("/inputs/declaredVersion").asInt()).isEqualTo(8);
        assertThat(achievement.at("/indicators/0/completed")).isEqualTo(declared.at("/figures/0/completed"));
        assertThat(achievement.at("/indicators/0/recorded").asText()).isEqualTo("8");
    }

    @Test
    void recordsThatAreNoEvidenceLeaveEverythingOfThemUnknown() {
        Topics.publish(
                "district.agreement", "nansha/wanqingsha/dagang-2023", "AgreementSigned", agreementOf("wanqingsha"));
        open("wanqingsha-2024", "wanqingsha", false);
        var operator = Tokens.of("operator", "nansha/wanqingsha");
        as(operator)
                .header("Prefer", "wait=30")
                .get("/v1/evaluations/wanqingsha-2024")
                .then()
                .statusCode(200);

        put(operator, "wanqingsha-2024", "declared-figures", Dagang.declared()).statusCode(201);

        as(operator)
                .get("/v1/evaluations/wanqingsha-2024/achievement")
                .then()
                .body("reviewBacklog", nullValue())
                .body("inputs.recordsCounted", nullValue())
                .body("indicators.findAll { it.recorded != null }", hasSize(0))
                .body("discrepancies.rule.unique()", contains("ALLOCATION_VS_AGREEMENT"));
    }

    @Test
    void tellsAnOperatorEverythingThatIsWrongAtOnce() {
        Topics.publish("district.agreement", "nansha/huangge/dagang-2023", "AgreementSigned", agreementOf("huangge"));
        open("huangge-2024", "huangge", true);
        var operator = Tokens.of("operator", "nansha/huangge");
        as(operator)
                .header("Prefer", "wait=30")
                .get("/v1/evaluations/huangge-2024")
                .then()
                .statusCode(200);

        put(
                        operator,
                        "huangge-2024",
                        "declared-figures",
                        new DeclaredDocument(List.of(
                                new DeclaredFigure("home-visits", "A9", "-1"),
                                new DeclaredFigure("nothing", null, "1e3"),
                                new DeclaredFigure("case-closure-rate", null, "80"),
                                new DeclaredFigure("cases", "A1", "1"),
                                new DeclaredFigure("cases", "A1", "1"))))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/figures/0/area", "/figures/0/completed",
                                "/figures/1/indicator", "/figures/1/completed",
                                "/figures/2/indicator", "/figures/4"));
    }

    private void deliver(String station, String key) {
        var records = Dagang.records();
        var chunks = (records.size() + CHUNK - 1) / CHUNK;
        for (var chunk = 0; chunk < chunks; chunk++) {
            var payload = Map.<String, Object>of(
                    "district",
                    "nansha",
                    "station",
                    station,
                    "delivery",
                    key,
                    "chunk",
                    chunk,
                    "last",
                    chunk == chunks - 1,
                    "records",
                    records.subList(chunk * CHUNK, Math.min(records.size(), (chunk + 1) * CHUNK)));
            var id = UUID.randomUUID().toString();
            Topics.publish(id, "integration.record", "nansha/" + station, "ServiceRecordsReceived", payload);
            if (chunk == 7) {
                Topics.publish(id, "integration.record", "nansha/" + station, "ServiceRecordsReceived", payload);
                Topics.publish("integration.record", "nansha/" + station, "ServiceRecordsReceived", payload);
            }
        }
    }

    /** An approved visit of another day. */
    private void correct(String station, String record, int version, String key) {
        Topics.publish("integration.record", "nansha/" + station, "ServiceRecordsReceived", """
            {"district":"nansha","station":"%s","delivery":"%s","chunk":0,"last":true,"records":[
             {"id":"%s","version":%d,"station":"%s","type":"home-visit","occurredOn":"2024-04-17","status":"APPROVED",
              "submittedAt":"2024-04-20T15:45:00+08:00","area":"A3"}]}
            """.formatted(
                        station, key, record, version, station));
    }

    private JsonNode achievement(String token, String evaluation) {
        return as(token).get("/v1/evaluations/{e}/achievement", evaluation).as(JsonNode.class);
    }

    /** Written over the version that is said to be read. */
    private static ValidatableResponse over(
            String version, String token, String evaluation, String kind, Object document) {
        return as(token)
                .header("If-Match", version)
                .contentType("application/json")
                .body(document)
                .put("/v1/evaluations/{e}/" + kind, evaluation)
                .then();
    }
}
