package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A sheet on paper: typed in by one account of the party, compared and submitted by another. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PaperSheetIT {

    @Test
    void oneAccountEntersAndAnotherConfirms() throws Exception {
        TestRound round = TestRound.scoring("dagang-paper");
        String scan = attach("dagang-paper", "tp-2", "%PDF-1.7\n% signed by hand\n");
        round.get(token("tp-3"), "/attachments/" + scan).then().statusCode(404);
        ObjectNode paper = paper("tp-3", scan);

        round.put(token("tp-2"), "/paper-sheets/tp-3", paper)
                .then()
                .statusCode(201)
                .body("enteredBy", equalTo("tp-2"))
                .body("confirmedBy", nullValue())
                .body("sheet.state", equalTo("DRAFT"))
                .body("sheet.revision", equalTo(1));
        round.put(token("tp-2"), "/paper-sheets/tp-3", paper).then().statusCode(200);
        assertComparingAwaited("dagang-paper", "tp-4", true);
        assertComparingAwaited("dagang-paper", "tp-3", true);
        assertComparingAwaited("dagang-paper", "tp-2", false);
        assertComparingAwaited("dagang-paper", "sc-1", false);
        round.get(token("tp-3"), "/attachments/" + scan).then().statusCode(200);
        round.get(token("sc-1"), "/attachments/" + scan).then().statusCode(404);

        round.put(token("tp-3"), "/sheets/tp-3", TestRound.sheet("tp-3"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":sheet-on-paper"));
        round.put(token("tp-3"), "/sheets/tp-3/submission", "{}").then().statusCode(409);
        round.put(token("tp-2"), "/paper-sheets/tp-3/confirmation", "{\"revision\":1}")
                .then()
                .statusCode(403)
                .body("type", endsWith(":same-account"));
        round.put(token("tp-4"), "/paper-sheets/tp-3/confirmation", "{\"revision\":9}")
                .then()
                .statusCode(412);
        round.put(token("sc-1"), "/paper-sheets/tp-3/confirmation", "{\"revision\":1}")
                .then()
                .statusCode(403);
        round.get("/paper-sheets/tp-3").then().statusCode(403);
        round.put(token("tp-4"), "/paper-sheets/tp-3/confirmation", "{\"revision\":1}")
                .then()
                .statusCode(201)
                .body("confirmedBy", equalTo("tp-4"))
                .body("sheet.state", equalTo("SUBMITTED"));
        assertComparingAwaited("dagang-paper", "tp-4", false);
        round.put(token("tp-5"), "/paper-sheets/tp-3/confirmation", "{\"revision\":1}")
                .then()
                .statusCode(200)
                .body("confirmedBy", equalTo("tp-4"));
        paper.put("occurredOn", "2024-06-22");
        round.put(token("tp-2"), "/paper-sheets/tp-3", paper).then().statusCode(409);

        round.get(token("tp-3"), "/sheets/tp-3/history")
                .then()
                .body("entries.sentence", hasSize(2))
                .body("entries.sentence[0]", equalTo("登记纸质评分表（2024年6月21日签署）"))
                .body("entries.sentence[1]", endsWith("的纸质评分表（2024年6月21日签署）"));
        TestRound.eligible().stream().filter(each -> !each.equals("tp-3")).forEach(round::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));
        round.get("/result").then().body("total", equalTo("84.75"));
        round.get("/history").then().body("entries.sentence", hasItem(endsWith("的纸质评分表（2024年6月21日签署）")));
    }

    @Test
    void whatIsTypedInTwiceOrWithoutAScanIsRefused() throws Exception {
        TestRound round = TestRound.scoring("dagang-paper-wrong");
        String scan = attach("dagang-paper-wrong", "tp-2", "%PDF-1.7\n% signed\n");

        round.put(
                        token("tp-2"),
                        "/paper-sheets/tp-3",
                        paper("tp-3", "ab".repeat(32)).put("occurredOn", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/scan"))
                .body("errors.pointer", hasItem("/occurredOn"));
        round.get(token("tp-2"), "/paper-sheets/tp-3").then().statusCode(404);
        round.put(token("tp-2"), "/paper-sheets/tp-6", paper("tp-5", scan))
                .then()
                .statusCode(403);
        round.put(token("tp-2"), "/paper-sheets/sc-1", paper("sc-1", scan))
                .then()
                .statusCode(403);
        round.put(token("tp-4"), "/sheets/tp-4", TestRound.sheet("tp-4")).then().statusCode(201);
        round.put(token("tp-2"), "/paper-sheets/tp-4", paper("tp-4", scan))
                .then()
                .statusCode(409)
                .body("type", endsWith(":sheet-not-on-paper"));
        round.get(token("tp-2"), "/paper-sheets/tp-4")
                .then()
                .statusCode(409)
                .body("type", endsWith(":sheet-not-on-paper"));
        round.get(token("tp-4"), "/sheets/tp-4").then().body("scores", not(hasSize(0)));
        round.submitParty(Party.THIRD_PARTY).then().statusCode(409);
    }

    @Test
    void paperOfWhoIsReplacedIsComparedByNobody() throws Exception {
        TestRound round = TestRound.scoring("dagang-paper-gone");
        String scan = attach("dagang-paper-gone", "tp-2", "%PDF-1.7\n% signed\n");
        round.put(token("tp-2"), "/paper-sheets/tp-3", paper("tp-3", scan))
                .then()
                .statusCode(201);
        assertComparingAwaited("dagang-paper-gone", "tp-4", true);

        round.put("/panel/tp-3/replacement", "{\"reason\":\"因病\"}").then().statusCode(201);

        assertComparingAwaited("dagang-paper-gone", "tp-4", false);
    }

    @Test
    void aPartysOnlyEvaluatorIsNotLockedOutByPaper() throws Exception {
        TestRound round = TestRound.scoring("dagang-paper-alone");
        String scan = attach("dagang-paper-alone", "sv-1", "%PDF-1.7\n% signed\n");
        round.put(token("sv-1"), "/paper-sheets/sv-1", paper("sv-1", scan))
                .then()
                .statusCode(201);
        round.put(token("sv-1"), "/sheets/sv-1/submission", "{}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":sheet-on-paper"));

        round.put("/panel/sv-2/replacement", "{\"reason\":\"因病\"}").then().statusCode(201);

        round.put(token("sv-1"), "/sheets/sv-1/submission", "{}").then().statusCode(201);
        round.get(token("sv-1"), "/paper-sheets/sv-1").then().statusCode(409);
        round.submitParty(Party.SUPERVISOR).then().statusCode(201);
    }

    @Test
    void paperThatNobodyCouldCompareIsNotTypedIn() throws Exception {
        TestRound round = TestRound.scoring("dagang-paper-only");
        String scan = attach("dagang-paper-only", "sv-1", "%PDF-1.7\n% signed\n");
        round.put("/panel/sv-2/replacement", "{\"reason\":\"因病\"}").then().statusCode(201);

        round.put(token("sv-1"), "/paper-sheets/sv-1", paper("sv-1", scan))
                .then()
                .statusCode(409)
                .body("type", endsWith(":nobody-to-compare"));

        round.submitSheet("sv-1");
        round.submitParty(Party.SUPERVISOR).then().statusCode(201);
    }

    /** Whether the evaluator's work list says that a sheet of its party waits to be compared. */
    private static void assertComparingAwaited(String round, String evaluator, boolean awaited) {
        RestAssured.given()
                .auth()
                .oauth2(token(evaluator))
                .get("/v1/evaluations?limit=200")
                .then()
                .body("evaluations.find { it.evaluation == '" + round + "' }.seat.toCompare", equalTo(awaited));
    }

    private static ObjectNode paper(String evaluator, String scan) {
        return TestRound.sheet(evaluator).put("occurredOn", "2024-06-21").put("scan", scan);
    }

    private static String attach(String evaluation, String evaluator, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        RestAssured.given()
                .auth()
                .oauth2(token(evaluator))
                .contentType("application/pdf")
                .body(bytes)
                .put("/v1/evaluations/" + evaluation + "/attachments/" + digest + "?name=scan.pdf")
                .then()
                .statusCode(201);
        return digest;
    }
}
