package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Topics;
import com.fasterxml.jackson.databind.JsonNode;
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
        round.put(recusal + "/decision", UPHELD).then().statusCode(201).body("state", equalTo("UPHELD"));

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
}
