package cn.mingjian.indicator.achievement;

import static io.restassured.RestAssured.given;

import cn.mingjian.platform.test.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Evaluations of the sample's agreement at any station, and requests about them. */
final class OpenedEvaluation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenedEvaluation() {}

    static void open(String evaluation, String station, boolean recordsExpected) {
        Topics.publish("scoring.evaluation", evaluation, "EvaluationOpened", """
            {"code":"%s","district":"nansha","station":"%s","stationVersion":1,"agreement":"dagang-2023",
             "agreementVersion":1,"title":"末期评估","stage":"FINAL",
             "evidence":{"from":"2023-08-01","to":"2024-05-31"},"onSite":"2024-06-27","reportDate":"2024-07-10",
             "policy":{"rounding":"PER_PARTY","records":{"reviewWithinDays":14,"expected":%s}}}
            """.formatted(
                        evaluation, station, recordsExpected));
    }

    static JsonNode agreementOf(String station) {
        var agreement = JSON.valueToTree(Dagang.agreement());
        return ((ObjectNode) agreement).put("station", station);
    }

    static ValidatableResponse put(String token, String evaluation, String kind, Object document) {
        return as(token)
                .contentType("application/json")
                .body(document)
                .put("/v1/evaluations/{e}/" + kind, evaluation)
                .then();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
