package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.score.DagangRound;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A serious violation from the sheet that found it to its decision. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VetoIT {

    private static final String UPHELD = "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}";

    @Test
    void whatASheetFoundBecomesAVetoToHearAndDecide() {
        TestRound round = withVetoItem("dagang-found");
        submit(round, "sv-2", "0", null).then().statusCode(201);
        submit(round, "sv-1", "1", null).then().statusCode(422).body("errors[0].detail", containsString("须写明所发现的问题"));
        submit(round, "sv-1", "1", "抽查 12 份记录，3 份无服务对象").then().statusCode(201);
        round.get("/vetoes").then().body("vetoes", empty());

        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        round.get("/result").then().body("total", equalTo("84.75")).body("version", equalTo(1));
        round.get("/figures/category:SV-VETO").then().statusCode(404);
        round.get("/vetoes")
                .then()
                .body("vetoes.title", contains("弄虚作假"))
                .body("vetoes[0].reason", equalTo("抽查 12 份记录，3 份无服务对象"))
                .body("vetoes[0].evidence", contains("监督方评分表 SV-V"));
        TestRound.event("scoring.evaluation", "VetoRaised", "dagang-found");
        round.get("/history")
                .then()
                .body("entries.find { it.sentence == '评分表所记的问题成为第 1 项一票否决：弄虚作假' }.who", equalTo("平台"));
        round.get(TestRound.operator(), "/vetoes")
                .then()
                .statusCode(200)
                .body("vetoes.title", contains("弄虚作假"))
                .body("vetoes[0].reason", equalTo("抽查 12 份记录，3 份无服务对象"))
                .body("vetoes[0].evidence", empty());
        round.get(token("sv-1"), "/vetoes").then().statusCode(403);
        assertHearingAwaited(true);
        String hearing = "{\"heldOn\":\"2024-07-08\",\"statement\":\"承认录入错误\"}";
        String upheld = "{\"upheld\":true,\"reason\":\"证据确凿\"}";
        round.put("/vetoes/1/decision", upheld)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mingjian:problem:scoring:veto-not-heard"))
                .body("detail", equalTo("第 1 项一票否决尚未登记承办方的陈述，不能裁定成立"));
        round.get("/result").then().body("grade", equalTo("良好")).body("version", equalTo(1));
        round.put(TestRound.operator(), "/vetoes/1/hearing", hearing).then().statusCode(403);
        round.put("/vetoes/1/hearing", hearing.replace("07-08", "07-32")).then().statusCode(422);
        round.put("/vetoes/1/hearing", hearing.replace("2024", "2999"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/heldOn"));
        round.put("/vetoes/1/hearing", hearing).then().statusCode(201);
        round.put("/vetoes/1/hearing", hearing).then().statusCode(200);
        assertHearingAwaited(false);
        round.put("/vetoes/1/decision", upheld).then().statusCode(201).body("hearing.statement", equalTo("承认录入错误"));
        TestRound.event("scoring.evaluation", "VetoDecided", "dagang-found");
        round.put("/vetoes/1/hearing", hearing.replace("承认", "否认")).then().statusCode(409);
        round.get("/result").then().body("grade", equalTo("不合格")).body("version", equalTo(2));
        round.get("/result/sensitivity").then().statusCode(200).body("vetoed", equalTo(true));
        round.get("/vetoes/1").then().body("upheld", equalTo(true));
        round.get(TestRound.operator(), "/vetoes/1")
                .then()
                .body("hearing.statement", equalTo("承认录入错误"))
                .body("upheld", nullValue())
                .body("decisionReason", nullValue());
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        round.get(TestRound.operator(), "/vetoes/1")
                .then()
                .body("upheld", equalTo(true))
                .body("decisionReason", equalTo("证据确凿"));
    }

    /** Whether the operator's work list says that it is yet to be heard. */
    private static void assertHearingAwaited(boolean awaited) {
        List<String> waiting = given().auth()
                .oauth2(TestRound.operator())
                .get("/v1/evaluations?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("evaluations.find { it.evaluation == 'dagang-found' }.undecided");
        assertThat(waiting.contains("HEARING")).isEqualTo(awaited);
    }

    @Test
    void whatACorrectionFindsBecomesAVetoToo() {
        TestRound round = withVetoItem("dagang-found-late");
        submit(round, "sv-2", "0", null).then().statusCode(201);
        submit(round, "sv-1", "0", null).then().statusCode(201);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));
        round.get("/vetoes").then().body("vetoes", empty());
        Map<String, Object> objection = Map.of("evaluation", "dagang-found-late", "from", "PURCHASER", "number", 1);
        Map<String, Object> decided = new HashMap<>(objection);
        decided.put("decision", "UPHELD");
        Topics.publish("report.report", "dagang-found-late", "ObjectionRaised", objection);
        Topics.publish("report.report", "dagang-found-late", "ObjectionDecided", decided);

        round.put(token("sv-1"), "/sheets/sv-1/amendments/1", """
                        {"objection":{"from":"PURCHASER","number":1},"reason":"复查发现",
                         "scores":[{"item":"SV-V","score":"1","comment":"3 份记录无服务对象"}]}""").then().statusCode(201);

        round.get("/vetoes").then().body("vetoes.reason", contains("3 份记录无服务对象"));
        round.put("/closure", "{\"objectionsDecided\":1}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":veto-open"));
    }

    @Test
    void aVetoIsRefusedWithoutAHearing() {
        TestRound round = TestRound.scoring("dagang-unfounded");
        round.put("/vetoes/1", "{\"title\":\"财务问题\",\"reason\":\"来信反映\"}")
                .then()
                .statusCode(201);

        round.put("/vetoes/1/decision", "{\"upheld\":false,\"reason\":\"查无实据\"}")
                .then()
                .statusCode(201)
                .body("upheld", equalTo(false))
                .body("hearing", nullValue());
    }

    @Test
    void whoIsOnThePanelDecidesNoVeto() {
        TestRound round = new TestRound("dagang-veto-involved").prepared(TestRound.opening());
        Account involved = round.involved();
        round.frozen();
        round.put("/vetoes/1", "{\"title\":\"财务问题\",\"reason\":\"来信反映\"}")
                .then()
                .statusCode(201);

        round.put(involved.token(), "/vetoes/1/decision", "{\"upheld\":false,\"reason\":\"查无实据\"}")
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));

        round.get("/vetoes/1").then().body("upheld", nullValue());
    }

    /** All sheets but the supervisor's are submitted. */
    private static TestRound withVetoItem(String code) {
        TestRound round = new TestRound(code);
        TestRound.publishStationAndAgreement();
        round.put("", TestRound.opening()).then().statusCode(201);
        round.put("/rubric", rubricWithVetoItem()).then().statusCode(201);
        round.put("/panel", TestRound.panel()).then().statusCode(201);
        DagangRound.rows("panel.csv").forEach(row -> round.pledge(row.get("evaluator"), row.get("pledgedOn")));
        round.put(token("tp-6"), "/panel/tp-6/recusal", "{\"reason\":\"曾任承接机构顾问\"}");
        round.put("/panel/tp-6/recusal/decision", UPHELD).then().statusCode(201);
        round.frozen();
        TestRound.eligible().stream().filter(each -> !each.startsWith("sv")).forEach(round::submitSheet);
        return round;
    }

    private static ObjectNode rubricWithVetoItem() {
        ObjectNode rubric = DagangRound.json("rubric.json").deepCopy();
        rubric.withArray("/parties/SUPERVISOR")
                .addObject()
                .put("code", "SV-VETO")
                .put("name", "一票否决")
                .putArray("items")
                .addObject()
                .put("code", "SV-V")
                .put("name", "弄虚作假")
                .put("max", "1")
                .put("kind", "VETO");
        return rubric;
    }

    private static Response submit(TestRound round, String evaluator, String found, String comment) {
        ObjectNode sheet = TestRound.sheet(evaluator);
        sheet.withArray("scores")
                .addObject()
                .put("item", "SV-V")
                .put("score", found)
                .put("comment", comment);
        round.put(token(evaluator), "/sheets/" + evaluator, sheet);
        return round.put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}");
    }
}
