package cn.mingjian.staffing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.staffing.figure.Dagang;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole story: an evaluation is opened, its staff comes in, figures follow every change until they are frozen. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class StaffingScenarioIT {

    private static final String EVALUATION = "/v1/evaluations/dagang-2023-final";
    private static final String STATION = "nansha/dagang";

    private final Account evaluator = Tokens.account("third-party", STATION);
    private final Account successor = Tokens.account("third-party", STATION);

    @Test
    void figuresFollowTheEvidenceUntilItIsFrozen() throws IOException {
        evaluationIsOpenedBeforeItsAgreementArrives();
        evidenceComesInAndFiguresFollow();
        faultsAreRefusedAndChangeNothing();
        figuresTellTheirReasons();
        othersSeeNothing();
        changesMakeNewVersionsUntilTheFreeze();
        RowSecurity.assertHolds(STATION);
    }

    private void evaluationIsOpenedBeforeItsAgreementArrives() {
        Topics.publish("scoring.evaluation", "dagang-2023-final", "EvaluationOpened", """
                {"code":"dagang-2023-final","district":"nansha","station":"dagang","agreement":"dagang-2023",
                 "agreementVersion":1,"evidence":{"from":"2023-08-01","to":"2024-05-31"},"title":"不读的字段",
                 "policy":{"staffing":{"experiencedYears":2,"halfMonthAfterDay":15,"retention":"TURNOVER"}}}""");
        Topics.publish("district.agreement", "nansha/dagang/dagang-2023", "AgreementSigned", """
                {"district":"nansha","station":"dagang","agreement":"dagang-2023","version":1,"requiredStaff":51,
                 "areas":[{"code":"A1"},{"code":"A2"},{"code":"A3"},{"code":"A4"},{"code":"A5"},{"code":"A6"}]}""");

        get("bureau", "nansha", "")
                .statusCode(200)
                .body("code", equalTo("dagang-2023-final"), "frozen", equalTo(false));
    }

    private void evidenceComesInAndFiguresFollow() throws IOException {
        get("operator", STATION, "/roster").statusCode(404);
        get("bureau", "nansha", "/staffing").statusCode(404);

        put("/roster", roster()).statusCode(201).body("version", equalTo(1));
        put("/attendance", attendance()).statusCode(201).body("version", equalTo(1));
        put("/attendance", attendance()).statusCode(200).body("version", equalTo(1));

        JsonNode computed = Topics.await("staffing.staffing", "StaffingComputed", event -> true);
        assertThat(computed)
                .isEqualTo(
                        json(
                                "{\"evaluation\":\"dagang-2023-final\",\"version\":1,\"headcount\":52,\"certifiedRate\":\"78.85\",\"retention\":\"94.16\"}"));
        JsonNode view = json(
                get("bureau", "nansha", "/staffing").statusCode(200).extract().asString());
        assertThat(view.path("staffing")).isEqualTo(expected());
        assertThat(view.path("exact").path("staffing:certified-rate").asText()).isEqualTo("1025/13");
        assertThat(view.path("attendance")).hasSize(56);
        assertThat(view.path("inputs").path("requiredStaff").asInt()).isEqualTo(51);
        get("operator", STATION, "/roster")
                .statusCode(200)
                .body("version", equalTo(1), "workers", hasSize(56), "workers[0].left", nullValue());
    }

    private void faultsAreRefusedAndChangeNothing() {
        var months = new java.util.ArrayList<Object>(List.of(
                Map.of("worker", "W99", "month", "2023-08", "present", true, "insured", true, "paid", true),
                Map.of("worker", "W01", "month", "2023-07", "present", true, "insured", true, "paid", true)));

        put("/attendance", Map.of("months", months))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mingjian:problem:staffing:worker-unknown"))
                .body("errors.pointer", containsInAnyOrder("/months/0/worker", "/months/1/month"));
        put("/roster", Map.of()).statusCode(422).body("errors.pointer", hasItem("/workers"));

        get("operator", STATION, "/attendance").statusCode(200).body("version", equalTo(1), "months", hasSize(516));
    }

    private void figuresTellTheirReasons() {
        get("bureau", "nansha", "/figures/staffing:retention")
                .statusCode(200)
                .body("figure", equalTo("staffing:retention:TURNOVER"))
                .body("value", equalTo("94.16"))
                .body("exact", equalTo("24200/257"))
                .body("inputs.figure", containsInAnyOrder("staffing:leavers", "staffing:average-headcount"))
                .body("cites.rosterVersion", equalTo(1));
        get("operator", STATION, "/figures/staffing:leavers")
                .statusCode(200)
                .body("inputs.name", containsInAnyOrder("W42", "W43", "W45"));
        get("bureau", "nansha", "/figures/staffing:nonsense").statusCode(404);
    }

    private void othersSeeNothing() {
        given().get(EVALUATION + "/staffing").then().statusCode(401);
        seen(Tokens.of("operator", "nansha/huangge"), "/staffing").statusCode(404);
        seen(Tokens.of("bureau", "panyu"), "/staffing").statusCode(404);
        seen(evaluator.token(), "/staffing").statusCode(404);
        seen(evaluator.token(), "/roster").statusCode(403);
        given().auth()
                .oauth2(Tokens.of("operator", "nansha/huangge"))
                .contentType(ContentType.JSON)
                .body("no document")
                .put(EVALUATION + "/roster")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.of("bureau", "nansha"))
                .contentType(ContentType.JSON)
                .body(roster())
                .put(EVALUATION + "/roster")
                .then()
                .statusCode(403);
    }

    private void changesMakeNewVersionsUntilTheFreeze() {
        over("\"1\"", "/training", training()).statusCode(412);
        put("/training", training()).statusCode(201).body("version", equalTo(1));
        over("\"2\"", "/training", Map.of("sessions", List.of())).statusCode(412);
        over("\"2\"", "/attendance", Map.of("months", List.of()))
                .statusCode(412)
                .body("type", equalTo("urn:mingjian:problem:common:read-another-version"));
        over("\"2\"", "/roster", Map.of("workers", ((List<?>) roster().get("workers")).reversed()))
                .statusCode(412);
        get("bureau", "nansha", "/staffing").statusCode(200).body("version", equalTo(2), "training", hasSize(8));

        Topics.publish(
                "scoring.evaluation",
                "dagang-2023-final",
                "EvidenceFrozen",
                "{\"evaluation\":\"dagang-2023-final\",\"achievementVersion\":1,\"staffingVersion\":1}");
        get("bureau", "nansha", "?frozen=true").statusCode(200).body("frozen", equalTo(true));

        panelIs(evaluator);
        awaited(evaluator.token(), "/staffing").statusCode(200).body("version", equalTo(1), "training", hasSize(0));
        seen(evaluator.token(), "/staffing/versions/2").statusCode(404);
        seen(Tokens.of("third-party", STATION), "/staffing").statusCode(404);
        seen(Tokens.service("report"), "/staffing/versions/1").statusCode(200);
        seen(Tokens.service("report"), "/staffing/versions/2").statusCode(404);
        get("bureau", "nansha", "/staffing/versions/2").statusCode(200);
        put("/training", training()).statusCode(200).body("version", equalTo(1));
        panelIs(successor);
        awaited(successor.token(), "").statusCode(200);
        seen(evaluator.token(), "/staffing").statusCode(404);
        put("/training", Map.of("sessions", List.of()))
                .statusCode(409)
                .body("type", equalTo("urn:mingjian:problem:staffing:evidence-frozen"));
        get("operator", STATION, "/training").statusCode(200).body("sessions", hasSize(8));
    }

    private static JsonNode expected() throws IOException {
        try (var file = StaffingScenarioIT.class.getResourceAsStream("/dagang/staffing.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static void panelIs(Account account) {
        Topics.publish("scoring.evaluation", "dagang-2023-final", "PanelChanged", """
                {"evaluation":"dagang-2023-final","seats":[{"account":"%s","party":"THIRD_PARTY"}]}""".formatted(account.id()));
        Topics.publish("scoring.evaluation", "dagang-2023-final", "PledgeSigned", """
                {"evaluation":"dagang-2023-final","account":"%s"}""".formatted(account.id()));
    }

    private static ValidatableResponse seen(String token, String path) {
        return given().auth().oauth2(token).get(EVALUATION + path).then();
    }

    private static ValidatableResponse put(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of("operator", STATION))
                .contentType(ContentType.JSON)
                .body(body)
                .put(EVALUATION + path)
                .then();
    }

    /** Written over the version that is said to be read. */
    private static ValidatableResponse over(String version, String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of("operator", STATION))
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(body)
                .put(EVALUATION + path)
                .then();
    }

    private static ValidatableResponse get(String role, String place, String path) {
        return awaited(Tokens.of(role, place), path);
    }

    private static ValidatableResponse awaited(String token, String path) {
        return given().auth()
                .oauth2(token)
                .header("Prefer", "wait=20")
                .get(EVALUATION + path)
                .then();
    }

    private static Map<String, Object> roster() {
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
        return Map.of("workers", table("roster", columns));
    }

    private static Map<String, Object> attendance() {
        return Map.of("months", table("attendance", "worker", "month", "present", "insured", "paid"));
    }

    private static Map<String, Object> training() {
        return Map.of("sessions", table("training", "on", "kind", "title", "hours", "attendees"));
    }

    private static List<Map<String, String>> table(String name, String... columns) {
        return Dagang.rows(name).stream()
                .map(row -> {
                    Map<String, String> cells = new HashMap<>();
                    Arrays.setAll(columns, i -> {
                        cells.put(columns[i], row[i]);
                        return columns[i];
                    });
                    return cells;
                })
                .toList();
    }
}
