package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator asks that somebody of the panel does not evaluate it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OperatorRecusalIT {

    private static final String UPHELD = "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}";

    @Test
    void theOperatorMayAskThatSomebodyDoesNotEvaluateIt() {
        TestRound round = new TestRound("dagang-asked").prepared(TestRound.opening());
        Account involved = TestRound.account("tp-2");
        String recusal = "/panel/tp-2/operator-recusal";
        round.put(TestRound.operator(), recusal, "{\"reason\":\"\"}").then().statusCode(422);
        round.put(TestRound.operator(), "/panel/nobody/operator-recusal", "{\"reason\":\"曾有劳动争议\"}")
                .then()
                .statusCode(404);
        round.put(involved.token(), recusal, "{\"reason\":\"曾有劳动争议\"}").then().statusCode(403);
        round.put(TestRound.operator(), recusal, "{\"reason\":\"曾有劳动争议\"}")
                .then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"));
        round.put(TestRound.operator(), recusal, "{\"reason\":\"曾有劳动争议\"}")
                .then()
                .statusCode(200);
        round.get(TestRound.operator(), "/panel")
                .then()
                .body("members.find { it.evaluator == 'tp-2' }.operatorRecusal.state", equalTo("REQUESTED"))
                .body("members.find { it.evaluator == 'tp-6' }.recusal", nullValue());
        round.get(token("tp-1"), "/panel")
                .then()
                .body("members.find { it.evaluator == 'tp-2' }.operatorRecusal", nullValue());

        round.put(round.involved().token(), recusal + "/decision", UPHELD)
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));
        round.put(TestRound.operator(), "/panel/tp-6/operator-recusal", "{\"reason\":\"曾有劳动争议\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":on-panel-no-more"));
        round.get(TestRound.operator(), "/panel")
                .then()
                .body("members.find { it.evaluator == 'tp-6' }.recused", equalTo(true))
                .body("members.find { it.evaluator == 'tp-2' }.recused", equalTo(false));
        Account decider = Tokens.account("bureau", "nansha");
        round.put(decider.token(), recusal + "/decision", UPHELD)
                .then()
                .statusCode(201)
                .body("state", equalTo("UPHELD"));
        ObjectNode successor = TestRound.panel();
        ObjectNode seat = successor.withArray("members").addObject();
        seat.put("evaluator", "tp-9").put("account", decider.id());
        seat.put("party", "THIRD_PARTY").put("label", "接替者").put("role", "MEMBER");
        round.put("/panel", successor).then().statusCode(422).body("errors.type", contains(endsWith(":has-decided")));

        round.get(involved.token(), "").then().statusCode(403).body("type", endsWith(":recused"));
        JsonNode decided = Topics.await(
                "scoring.evaluation",
                "RecusalDecided",
                told -> told.get("evaluation").asText().equals("dagang-asked")
                        && told.get("requestedBy").asText().equals("OPERATOR"));
        assertThat(decided.get("account").asText()).isEqualTo(involved.id());
        assertThat(decided.get("leads")).singleElement().satisfies(lead -> assertThat(lead.asText())
                .isEqualTo(TestRound.account("tp-1").id()));
        round.frozen();
        round.put(TestRound.operator(), "/panel/tp-3/operator-recusal", "{\"reason\":\"曾有劳动争议\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":phase-over"));
        for (Response history : List.of(round.get("/history"), round.get(TestRound.operator(), "/history"))) {
            assertThat(history.then().statusCode(200).extract().<List<String>>path("entries.sentence"))
                    .anyMatch(sentence -> sentence.startsWith("申请") && sentence.endsWith("回避：曾有劳动争议"))
                    .anyMatch(sentence -> sentence.startsWith("同意"));
        }
    }

    @Test
    void whatWasRefusedMayBeAskedAgainForAnotherReason() {
        TestRound round = new TestRound("dagang-asked-again").prepared(TestRound.opening());
        String recusal = "/panel/tp-2/operator-recusal";
        String dispute = "{\"reason\":\"曾有劳动争议\"}";
        String kinship = "{\"reason\":\"与站长有亲属关系\"}";
        String state = "members.find { it.evaluator == 'tp-2' }.operatorRecusal.state";
        round.put(TestRound.operator(), recusal, dispute).then().statusCode(201);
        round.put(TestRound.operator(), recusal, kinship)
                .then()
                .statusCode(409)
                .body("type", endsWith(":recusal-requested"));
        round.put(recusal + "/decision", UPHELD.replace("UPHELD", "REFUSED"))
                .then()
                .statusCode(201);

        round.put(TestRound.operator(), recusal, dispute).then().statusCode(200).body("state", equalTo("REFUSED"));
        round.put(TestRound.operator(), recusal, kinship).then().statusCode(201).body("state", equalTo("REQUESTED"));
        round.get(TestRound.operator(), "/panel").then().body(state, equalTo("REQUESTED"));
        // The first decision, sent again: which of the two is meant has to be said.
        round.put(recusal + "/decision", UPHELD.replace("UPHELD", "REFUSED"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":recusal-ambiguous"));
        round.put(recusal + "/decision", about("曾有劳动争议", "REFUSED"))
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        round.put(recusal + "/decision", about("与站长有亲属关系", "UPHELD")).then().statusCode(201);

        round.get(TestRound.operator(), "/panel").then().body(state, equalTo("UPHELD"));
        round.get("/history")
                .then()
                .body(
                        "entries.findAll { it.sentence.endsWith('曾有劳动争议') || it.sentence.endsWith('与站长有亲属关系') }",
                        hasSize(2));
    }

    private static String about(String request, String decision) {
        return "{\"requestReason\":\"%s\",\"decision\":\"%s\",\"reason\":\"情况属实\"}".formatted(request, decision);
    }

    @Test
    void whatSomebodyGaveBeforeItIsDecidedIsSetAside() {
        TestRound round = new TestRound("dagang-asked-early-decided-late").prepared(TestRound.opening());
        for (String evaluator : List.of("pu-2", "pu-3")) {
            round.put(TestRound.operator(), "/panel/" + evaluator + "/operator-recusal", "{\"reason\":\"曾有劳动争议\"}")
                    .then()
                    .statusCode(201);
        }
        round.frozen();
        round.submitSheet("pu-2");
        ObjectNode begun = TestRound.sheet("pu-3");
        begun.withArray("scores").remove(0);
        round.put(token("pu-3"), "/sheets/pu-3", begun).then().statusCode(201);
        round.submitSheet("pu-1");
        round.submitSheet("pu-4");
        round.submitParty(Party.PURCHASER).then().statusCode(409).body("type", endsWith(":recusal-undecided"));
        for (String evaluator : List.of("pu-2", "pu-3")) {
            round.put("/panel/" + evaluator + "/operator-recusal/decision", UPHELD)
                    .then()
                    .statusCode(201);
        }

        round.put(token("pu-2"), "/sheets/pu-2/submission", "{}").then().statusCode(403);
        TestRound.eligible().stream()
                .filter(evaluator -> !evaluator.startsWith("pu-"))
                .forEach(round::submitSheet);
        for (Party party : Party.values()) round.submitParty(party).then().statusCode(201);
        round.get("/result")
                .then()
                .body("cites.sheets.evaluator.findAll { it.startsWith('pu-') }", contains("pu-1", "pu-4"))
                .body("cites.setAside.evaluator", contains("pu-2", "pu-3"));
    }
}
