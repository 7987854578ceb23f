package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the operator holds against a closed round. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AppealIT {

    private static final String UPHELD = "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}";

    @Test
    void anAppealIsAProcedureOfItsOwnThatLeavesTheResultAsItIs() {
        TestRound.publishStationAndAgreement();
        new TestRound("dagang-before-appealed")
                .put("", TestRound.opening())
                .then()
                .statusCode(201);
        TestRound round = new TestRound("dagang-appealed").prepared(TestRound.opening());
        Account involved = round.involved();
        round.scored();
        String appeal = "{\"reason\":\"年度指标曾经变更\"}";
        round.put(TestRound.operator(), "/appeals/1", appeal).then().statusCode(409);
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        round.put("/appeals/1", appeal).then().statusCode(403);
        round.put(TestRound.operator(), "/appeals/2", appeal).then().statusCode(409);
        round.put(TestRound.operator(), "/appeals/1", appeal)
                .then()
                .statusCode(201)
                .body("decision", nullValue());
        round.put(TestRound.operator(), "/appeals/1", appeal).then().statusCode(200);
        round.put(TestRound.operator(), "/appeals/1", appeal.replace("曾经", "已经"))
                .then()
                .statusCode(409);
        round.get(token("tp-1"), "/appeals").then().statusCode(403);
        new TestRound("dagang-again").put("", TestRound.opening()).then().statusCode(201);

        TestRound calledOff = new TestRound("dagang-called-off");
        calledOff.put("", TestRound.opening()).then().statusCode(201);
        calledOff.put("/cancellation", "{\"reason\":\"站点合并\"}").then().statusCode(201);

        String again = "{\"decision\":\"UPHELD\",\"reason\":\"重新评估\",\"reevaluation\":\"%s\"}";
        round.put("/appeals/1/decision", again.formatted("dagang-nowhere"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reevaluation"));
        round.put("/appeals/1/decision", again.formatted("dagang-before-appealed"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reevaluation"));
        round.put("/appeals/1/decision", again.formatted("dagang-called-off"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reevaluation"));
        round.put(involved.token(), "/appeals/1/decision", UPHELD)
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));
        round.put(
                        "/appeals/1/decision",
                        again.formatted("dagang-again").replace(",\"reevaluation\":\"dagang-again\"", ""))
                .then()
                .statusCode(201)
                .body("decision.reevaluation", nullValue());
        round.put("/appeals/1/decision", again.formatted("dagang-again"))
                .then()
                .statusCode(201)
                .body("decision.reevaluation", equalTo("dagang-again"));
        round.put("/appeals/1/decision", again.formatted("dagang-again")).then().statusCode(200);
        TestRound.event("scoring.evaluation", "AppealLodged", "dagang-appealed");
        TestRound.event("scoring.evaluation", "AppealDecided", "dagang-appealed");

        round.put("/appeals/1/decision", UPHELD).then().statusCode(409).body("type", endsWith(":appeal-decided"));
        new TestRound("dagang-once-more").put("", TestRound.opening()).then().statusCode(201);
        round.put("/appeals/1/decision", again.formatted("dagang-once-more"))
                .then()
                .statusCode(409);
        assertThat(waiting()).isEmpty();
        new TestRound("dagang-again")
                .put("/cancellation", "{\"reason\":\"站点合并\"}")
                .then()
                .statusCode(201);
        assertThat(waiting()).containsExactly("REEVALUATION");
        round.put("/appeals/1/decision", again.formatted("dagang-once-more"))
                .then()
                .statusCode(201);
        assertThat(waiting()).isEmpty();
        round.get(TestRound.operator(), "/appeals")
                .then()
                .body("appeals[0].decision.decision", equalTo("UPHELD"))
                .body("appeals[0].decision.reevaluation", equalTo("dagang-once-more"));
        round.get("/result").then().body("version", equalTo(2)).body("total", equalTo("84.75"));
        RowSecurity.assertHolds(TestRound.STATION);
    }

    /** What the bureau's waiting list says of the round. */
    private static List<String> waiting() {
        return given()
                .auth()
                .oauth2(Tokens.account("bureau", "nansha").token())
                .get("/v1/evaluations?waiting=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .<List<List<String>>>path("evaluations.findAll { it.evaluation == 'dagang-appealed' }.undecided")
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
