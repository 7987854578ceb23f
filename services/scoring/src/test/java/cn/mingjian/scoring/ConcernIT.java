package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A concern from the findings to the next evaluation of the station. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ConcernIT {

    private static final String UNDECIDED = "evaluations.find { it.evaluation == 'dagang-concerned' }.undecided";

    @Test
    void whatIsOfConcernIsSetRightVerifiedAndSeenByTheNextEvaluation() {
        TestRound round =
                new TestRound("dagang-concerned").prepared(TestRound.opening().put("stage", "MIDTERM"));
        Account involved = round.involved();
        round.frozen();
        TestRound.leads().forEach((party, lead) -> round.put(
                        token(lead), "/parties/" + party + "/findings", TestRound.findings(party))
                .then()
                .statusCode(201));
        round.get(TestRound.operator(), "/concerns").then().statusCode(403).body("type", endsWith(":not-disclosed"));
        TestRound.eligible().forEach(round::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        int concerns = round.get(TestRound.operator(), "/concerns")
                .then()
                .statusCode(200)
                .body("concerns[0].state", equalTo("OPEN"))
                .extract()
                .path("concerns.size()");
        round.get(token("tp-1"), "/concerns").then().statusCode(403);
        String path = "/concerns/1/follow-up";
        String word = "{\"owner\":\"站长\",\"dueOn\":\"2024-09-30\",\"measures\":\"补录回访\",\"state\":\"%s\"%s}";
        round.put(path, word.formatted("PLANNED", "")).then().statusCode(403);
        round.put(TestRound.operator(), path, word.formatted("DONE", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/evidence"));
        round.put(TestRound.operator(), "/concerns/" + (concerns + 1) + "/follow-up", word.formatted("PLANNED", ""))
                .then()
                .statusCode(404);
        round.put(TestRound.operator(), path, word.formatted("PLANNED", ""))
                .then()
                .statusCode(201)
                .body("state", equalTo("PLANNED"));
        verify(round, 1, "ACCEPTED").then().statusCode(409).body("type", endsWith(":nothing-to-verify"));
        waiting(TestRound.operator()).body(UNDECIDED, contains("REMEDIATION"));
        for (int other = 2; other <= concerns; other++) {
            round.put(
                            TestRound.operator(),
                            "/concerns/" + other + "/follow-up",
                            word.formatted("DONE", ",\"evidence\":\"台账\""))
                    .then()
                    .statusCode(201);
        }
        waiting(TestRound.operator()).body(UNDECIDED, contains("REMEDIATION"));
        round.put(TestRound.operator(), path, word.formatted("DONE", ",\"evidence\":\"回访表 40 份\""))
                .then()
                .statusCode(200)
                .body("followUpVersion", equalTo(2));
        verify(round, 1, "ACCEPTED").then().statusCode(409).body("type", endsWith(":follow-up-outdated"));
        waiting(bureau()).body(UNDECIDED, contains("REMEDIATION"));
        waiting(TestRound.operator()).body(UNDECIDED, empty());
        round.put(involved.token(), "/concerns/1/verification", verification(2, "ACCEPTED"))
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));
        verify(round, 2, "RETURNED").then().statusCode(201).body("state", equalTo("RETURNED"));
        waiting(bureau()).body(UNDECIDED, contains("REMEDIATION"));
        waiting(TestRound.operator()).body(UNDECIDED, contains("REMEDIATION"));
        round.put(TestRound.operator(), path, word.formatted("DONE", ",\"evidence\":\"回访表 52 份\""))
                .then()
                .body("state", equalTo("DONE"));
        verify(round, 3, "ACCEPTED").then().statusCode(201).body("state", equalTo("ACCEPTED"));
        verify(round, 3, "ACCEPTED").then().statusCode(200);
        round.put(TestRound.operator(), path, word.formatted("PLANNED", ""))
                .then()
                .statusCode(409);
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);

        TestRound next = new TestRound("dagang-next").prepared(TestRound.opening());
        next.get(token("sc-1"), "/earlier-concerns")
                .then()
                .statusCode(200)
                .body("concerns.findAll { it.evaluation == 'dagang-concerned' }", hasSize(concerns))
                .body(
                        "concerns.find { it.evaluation == 'dagang-concerned' && it.number == 1 }.state",
                        equalTo("ACCEPTED"));
        next.get("/concerns").then().statusCode(403);
        next.scored();
        next.get(Tokens.service("report"), "/earlier-concerns")
                .then()
                .statusCode(200)
                .body("concerns.find { it.evaluation == 'dagang-concerned' }.agreement", equalTo("dagang-2023"))
                .body("concerns.find { it.evaluation == 'dagang-concerned' }.stage", equalTo("MIDTERM"));
    }

    private static String bureau() {
        return Tokens.of("bureau", "nansha");
    }

    /** What somebody's work list says. */
    private static ValidatableResponse waiting(String token) {
        return given().auth()
                .oauth2(token)
                .get("/v1/evaluations?limit=200")
                .then()
                .statusCode(200);
    }

    private static Response verify(TestRound round, int version, String outcome) {
        return round.put("/concerns/1/verification", verification(version, outcome));
    }

    private static String verification(int version, String outcome) {
        return "{\"followUpVersion\":%d,\"outcome\":\"%s\",\"reason\":\"抽查核对\"}".formatted(version, outcome);
    }
}
