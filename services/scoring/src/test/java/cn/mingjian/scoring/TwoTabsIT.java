package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Two tabs of one account write the same document: the one that has not read the other's words does not write over them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TwoTabsIT {
    private static final String ROUND = "dagang-two-tabs";

    @Test
    void nobodyWritesOverWhatTheyHaveNotRead() {
        TestRound round = new TestRound(ROUND).prepared(TestRound.opening());
        neitherWritesOverTheOther(
                TestRound.operator(),
                "/self-assessment",
                "{\"summary\":\"总体良好\",\"parts\":[]}",
                "{\"summary\":\"总体合格\",\"parts\":[]}");
        neitherWritesOverTheOther(
                TestRound.operator(), "/remediation", TestRound.remediation("PARTIAL"), TestRound.remediation("DONE"));
        neitherWritesOverTheOther(
                token("tp-1"),
                "/preparation-notice",
                "{\"visitOn\":\"2024-06-27\",\"text\":\"请备齐材料\",\"materials\":[]}",
                "{\"visitOn\":\"2024-06-28\",\"text\":\"请备齐材料\",\"materials\":[]}");
        neitherWritesOverTheOther(token("tp-1"), "/visit-plan", visits("第一片区"), visits("第二片区"));
        neitherWritesOverTheOther(
                token("tp-2"), "/site-checks/lingshan", siteCheck("2024-06-27"), siteCheck("2024-06-28"));
        round.frozen();
        neitherWritesOverTheOther(
                token("tp-1"),
                "/parties/THIRD_PARTY/findings",
                TestRound.findings(Party.THIRD_PARTY).toString(),
                "{\"findings\":[]}");
        ObjectNode panel = TestRound.panel();
        ((ObjectNode) panel.get("members").get(0)).put("label", "评委壬");
        String bureau = Tokens.of("bureau", "nansha");
        put(bureau, "/panel", "If-None-Match", "*", panel.toString()).statusCode(412);
        put(bureau, "/panel", "If-Match", "\"1\"", panel.toString()).statusCode(200);
        put(bureau, "/panel", "If-Match", "\"1\"", TestRound.panel().toString()).statusCode(412);
    }

    private static void neitherWritesOverTheOther(String author, String path, String first, String second) {
        put(author, path, "If-Match", "\"1\"", first).statusCode(412);
        put(author, path, "If-None-Match", "*", first).statusCode(201);
        // Sent again because the answer was lost.
        put(author, path, "If-None-Match", "*", first).statusCode(200).body("version", equalTo(1));
        put(author, path, "If-None-Match", "*", second)
                .statusCode(412)
                .body("type", endsWith(":read-another-version"))
                .body("detail", equalTo("已有第 1 版，没有改动；请读取已有的内容后再改"));
        put(author, path, "If-Match", "\"1\"", second).statusCode(200).body("version", equalTo(2));
        put(author, path, "If-Match", "\"1\"", first).statusCode(412);
    }

    private static ValidatableResponse put(String author, String path, String header, String value, String document) {
        return given().auth()
                .oauth2(author)
                .header(header, value)
                .contentType(ContentType.JSON)
                .body(document)
                .put("/v1/evaluations/" + ROUND + path)
                .then();
    }

    private static String visits(String place) {
        return "{\"visits\":[{\"on\":\"2024-06-27\",\"from\":\"09:30\",\"to\":\"11:00\",\"place\":\"" + place
                + "\",\"purpose\":\"查档\",\"evaluators\":[\"tp-1\"]}]}";
    }

    private static String siteCheck(String day) {
        return "{\"on\":\"" + day + "\",\"lines\":[{\"subject\":\"SAFETY\",\"title\":\"灭火器\",\"outcome\":\"MET\"}]}";
    }
}
