package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A party scores a sample case before it scores in earnest. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CalibrationIT {

    private static final String CASE = "/parties/THIRD_PARTY/sample-case";

    @Test
    void whoeverHasScoredTheCaseSeesHowFarThePartyLiesApart() {
        TestRound round = new TestRound("dagang-calibrated").prepared(TestRound.opening());
        String lead = TestRound.leads().entrySet().iterator().next().getValue();
        round.get(token("tp-2"), CASE).then().statusCode(404);
        round.put(token("tp-2"), CASE, "{\"title\":\"样例\",\"text\":\"一份个案\"}")
                .then()
                .statusCode(403);
        round.put(token(lead), CASE, "{\"title\":\" \",\"text\":null}").then().statusCode(422);
        round.put(token(lead), CASE, "{\"title\":\"样例\",\"text\":\"一份个案\"}")
                .then()
                .statusCode(201)
                .body("scored", equalTo(0));

        round.put(token("tp-2"), CASE + "/sheets/tp-2", trial("tp-2", "0"))
                .then()
                .statusCode(201)
                .body("spread.items[0].scores", equalTo(1));
        round.get(token("tp-3"), CASE).then().body("scored", equalTo(1)).body("spread", nullValue());
        round.put(token("tp-3"), CASE + "/sheets/tp-3", trial("tp-3", null))
                .then()
                .statusCode(201);
        round.put(token("tp-4"), CASE + "/sheets/tp-4", trial("tp-4", null))
                .then()
                .statusCode(201)
                .body("spread.items[0].scores", equalTo(3))
                .body("spread.items[0].lowest", equalTo("0"))
                .body("spread.items[0].outliers.evaluator", hasItem("tp-2"));
        round.put(token("tp-4"), CASE + "/sheets/tp-4", trial("tp-4", null))
                .then()
                .statusCode(200);
        round.put(token("tp-5"), CASE + "/sheets/tp-5", "{\"scores\":[]}")
                .then()
                .statusCode(201)
                .body("spread.items", hasSize(0));
        round.put(token("tp-4"), CASE + "/sheets/tp-3", trial("tp-3", null))
                .then()
                .statusCode(403);
        round.get(token("sc-1"), CASE).then().statusCode(403);
        round.get(CASE).then().statusCode(403);

        round.put(token(lead), CASE, "{\"title\":\"样例\",\"text\":\"另一份个案\"}")
                .then()
                .statusCode(200)
                .body("scored", equalTo(0));
        round.frozen();
        round.put(token("tp-2"), CASE + "/sheets/tp-2", trial("tp-2", null))
                .then()
                .statusCode(409);
        round.get(token("tp-2"), "/sheets/tp-2").then().statusCode(404);
        round.get("/history").then().body("entries.findAll { it.sentence.contains('试评样例') }", hasSize(2));
        round.get(token("tp-2"), CASE).then().body("text", notNullValue());
    }

    /** @param first points of the first item instead of the sample's, or null */
    private static JsonNode trial(String evaluator, String first) {
        ObjectNode trial = TestRound.sheet(evaluator);
        if (first != null) {
            ((ObjectNode) trial.get("scores").get(0)).put("score", first);
        }
        return trial;
    }
}
