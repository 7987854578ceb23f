package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What scores say besides the result, and to whom. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AnalysisIT {

    @Test
    void scoresSayMoreThanTheResultToThoseWhoMaySeeThem() {
        TestRound round = TestRound.scoring("dagang-analysed");
        round.get(token("tp-1"), "/parties/THIRD_PARTY/spread")
                .then()
                .statusCode(200)
                .body("items", empty());
        TestRound.eligible().forEach(round::submitSheet);
        round.get(token("tp-1"), "/parties/THIRD_PARTY/spread")
                .then()
                .body("items[0].item", equalTo("TP1.1"))
                .body("items[0].scores", equalTo(5));
        round.get(token("tp-2"), "/parties/THIRD_PARTY/spread").then().statusCode(403);
        round.get(token("tp-1"), "/parties/PURCHASER/spread").then().statusCode(403);
        round.get("/parties/THIRD_PARTY/spread").then().statusCode(403);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        round.get("/parties/PURCHASER/spread?against=dagang-analysed")
                .then()
                .statusCode(200)
                .body(
                        "items[0].before",
                        equalTo(round.get("/parties/PURCHASER/spread").path("items[0].mean")));
        round.get("/result/sensitivity")
                .then()
                .statusCode(200)
                .body("bounds.grade", contains("优秀", "良好"))
                .body("bounds.points", contains("-5.25", "4.75"));
        round.get(token("tp-1"), "/result/sensitivity").then().statusCode(403);
        round.get("/result/what-if").then().statusCode(409);
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        round.get("/result/what-if")
                .then()
                .statusCode(200)
                .body("supposed.total", equalTo("84.75"))
                .body("actual.total", equalTo("84.75"));
        round.get("/result/what-if?third-party=0&supervisory-center=0&purchaser=100&supervisor=0")
                .then()
                .body("supposed.total", equalTo(round.get("/result").path("parties[2].raw")));
        round.get("/result/what-if?purchaser=30").then().statusCode(422).body("type", endsWith(":weights-not-hundred"));
        round.get("/result/what-if?purchaser=-1&rounding=NEVER")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/purchaser", "/rounding"));
        round.get(token("tp-1"), "/result/sensitivity").then().statusCode(200);
        round.get(TestRound.operator(), "/result/sensitivity").then().statusCode(403);
    }

    @Test
    void aFinalRoundIsSetBesideTheMidtermItemByItem() {
        TestRound midterm = new TestRound("dagang-midterm-beside")
                .prepared(TestRound.opening().put("stage", "MIDTERM"))
                .frozen();
        for (String evaluator : TestRound.eligible()) {
            ObjectNode sheet = TestRound.sheet(evaluator);
            if (TestRound.party(evaluator) == Party.PURCHASER) {
                ((ObjectNode) sheet.at("/scores/0")).put("score", "16");
            }
            midterm.put(token(evaluator), "/sheets/" + evaluator, sheet).then().statusCode(201);
            midterm.put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}")
                    .then()
                    .statusCode(201);
        }
        TestRound last = new TestRound("dagang-final-beside")
                .prepared(TestRound.opening())
                .scored();
        String beside = "/parties/PURCHASER/spread?against=dagang-midterm-beside";

        last.get(token("pu-1"), beside).then().statusCode(409).body("type", endsWith(":not-comparable"));
        TestRound.leads()
                .keySet()
                .forEach(party -> midterm.submitParty(party).then().statusCode(201));

        last.get(beside)
                .then()
                .statusCode(200)
                .body("items[0].item", equalTo("PU1.1"))
                .body("items[0].before", equalTo("16.00"))
                .body("items[0].mean", equalTo("19.00"))
                .body("items[1].before", equalTo(last.get(beside).path("items[1].mean")));
        last.get(token("pu-1"), beside).then().statusCode(200);
        last.get(token("tp-1"), beside).then().statusCode(403);
    }
}
