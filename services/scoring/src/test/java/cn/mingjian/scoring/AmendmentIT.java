package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.score.DagangRound;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** From an upheld objection to a corrected sheet and a new version of the result. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AmendmentIT {

    private static final String ROUND = "amended";
    private static final String FIRST = "/sheets/pu-1/amendments/1";
    private static final String AMENDMENT = """
        {"objection":{"from":"OPERATOR","number":1},"reason":"核对原始记录后更正",
         "scores":[{"item":"PU1.1","score":"%s","comment":"记录齐全"}]}\
        """;

    private final TestRound round = new TestRound(ROUND);

    @Test
    void anUpheldObjectionReopensOnePartysSheets() {
        round.prepared(TestRound.opening()).scored();
        takesAnUpheldObjectionOnly();
        takesTheEvaluatorsOwnWordOnly();
        amends();
        makesANewResult();
        reopensOnePartyOnly();
        staysAfterClosing();
        isTold();
        RowSecurity.assertHolds(TestRound.STATION);
    }

    private void takesAnUpheldObjectionOnly() {
        amend("pu-1", FIRST, "20").then().statusCode(409).body("type", endsWith(":objection-not-upheld"));
        object(1, "UPHELD");
        object(2, "REFUSED");
        round.get("?objectionsDecided=2").then().body("objections.decided", equalTo(2));
        round.put(token("pu-1"), FIRST, AMENDMENT.formatted("20").replace("\"number\":1", "\"number\":2"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":objection-not-upheld"));
    }

    @Test
    void theBureauSaysWhoseSheetsAreReopened() {
        TestRound named = new TestRound("dagang-amended-by-one")
                .prepared(TestRound.opening())
                .scored();
        Map<String, Object> raised = Map.of("evaluation", "dagang-amended-by-one", "from", "OPERATOR", "number", 1);
        Map<String, Object> decided = new HashMap<>(raised);
        decided.put("decision", "UPHELD");
        decided.put("party", "PURCHASER");
        Map<String, Object> second = new HashMap<>(raised);
        second.put("number", 2);
        Topics.publish("report.report", "dagang-amended-by-one", "ObjectionRaised", raised);
        Topics.publish("report.report", "dagang-amended-by-one", "ObjectionRaised", second);
        Topics.publish("report.report", "dagang-amended-by-one", "ObjectionDecided", decided);
        named.get("?objectionsDecided=1").then().statusCode(200);
        due(Tokens.of("bureau", "nansha"), "undecided", contains("OBJECTION"));
        due(token("pu-1"), "seat.reopened", equalTo(true));
        due(token("tp-1"), "seat.reopened", equalTo(false));
        second.put("decision", "REFUSED");
        Topics.publish("report.report", "dagang-amended-by-one", "ObjectionDecided", second);
        named.get("?objectionsDecided=2").then().statusCode(200);
        due(Tokens.of("bureau", "nansha"), "undecided", empty());

        named.put(
                        token("tp-1"),
                        "/sheets/tp-1/amendments/1",
                        AMENDMENT.formatted("1").replace("PU1.1", "TP1.1"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":objection-of-another-party"));
        named.put(token("pu-1"), FIRST, AMENDMENT.formatted("20")).then().statusCode(201);
        due(token("pu-1"), "seat.reopened", equalTo(false));
        due(token("pu-2"), "seat.reopened", equalTo(true));
        named.get("/history")
                .then()
                .body("entries.sentence", hasItems("收到承办方对报告初稿的第 1 条异议", "裁定承办方对报告初稿的第 1 条异议成立，由购买方更正评分"));
    }

    @Test
    void aPartyIsNotCorrectedUntilNoScoreIsLeft() {
        String code = "dagang-amended-to-nothing";
        TestRound emptied = new TestRound(code).prepared(TestRound.opening()).scored();
        Map<String, Object> raised = Map.of("evaluation", code, "from", "OPERATOR", "number", 1);
        Topics.publish("report.report", code, "ObjectionRaised", raised);
        Topics.publish(
                "report.report",
                code,
                "ObjectionDecided",
                Map.of("evaluation", code, "from", "OPERATOR", "number", 1, "decision", "UPHELD"));
        List<String> purchasers = DagangRound.rows("panel.csv").stream()
                .map(row -> row.get("evaluator"))
                .filter(evaluator -> evaluator.startsWith("pu-"))
                .toList();

        for (String evaluator : purchasers.subList(1, purchasers.size())) {
            emptied.put(token(evaluator), "/sheets/" + evaluator + "/amendments/1", allNotApplicable(evaluator))
                    .then()
                    .statusCode(201);
        }
        emptied.put(token("pu-1"), FIRST, allNotApplicable("pu-1"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":party-left-without-score"));
        emptied.get(token("pu-1"), "/sheets/pu-1").then().body("version", equalTo(1));
    }

    private static ObjectNode allNotApplicable(String evaluator) {
        ObjectNode amendment = TestRound.sheet(evaluator).put("reason", "无法核实");
        amendment.putObject("objection").put("from", "OPERATOR").put("number", 1);
        amendment
                .withArray("scores")
                .forEach(line -> ((ObjectNode) line).put("score", "NA").put("comment", "无法核实"));
        return amendment;
    }

    private void takesTheEvaluatorsOwnWordOnly() {
        amend("pu-2", FIRST, "20").then().statusCode(403);
        amend("sv-1", FIRST, "20").then().statusCode(403);
        round.put(FIRST, AMENDMENT.formatted("20")).then().statusCode(403);
        amend("pu-1", "/sheets/pu-1/amendments/2", "20").then().statusCode(409).body("detail", equalTo("下一次更正的编号是 1"));
        amend("pu-1", FIRST, "21").then().statusCode(422).body("errors.pointer", contains("/scores/0/score"));
        round.put(token("pu-1"), FIRST, AMENDMENT.formatted("20").replace("\"scores\":[", """
            "scores":[{"item":"PU1.2","score":"99"},{"item":"TP1.1","score":"1"},\
            """))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/scores/0/score", "/scores/1/item"));
        round.put(token("pu-1"), FIRST, "{\"objection\":{\"from\":\"\"},\"scores\":[]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/reason", "/objection/from", "/objection/number", "/scores"));
        round.put(token("pu-1"), FIRST, AMENDMENT.formatted("18.5").replace(",\"comment\":\"记录齐全\"", ""))
                .then()
                .statusCode(422)
                .body("type", endsWith(":nothing-changed"));
        round.get("").then().body("resultVersion", equalTo(1));
    }

    private void amends() {
        amend("pu-1", FIRST, "20")
                .then()
                .statusCode(201)
                .body("sheetVersion", equalTo(2))
                .body("changes.item", contains("PU1.1"))
                .body("changes[0].before", equalTo("18.5"))
                .body("changes[0].after", equalTo("20"));
        amend("pu-1", FIRST, "20").then().statusCode(200).body("number", equalTo(1));
        amend("pu-1", FIRST, "20.0").then().statusCode(200);
        amend("pu-1", FIRST, "19").then().statusCode(409).body("type", endsWith(":amendment-differs"));
        round.get(token("pu-1"), "/sheets/pu-1")
                .then()
                .body("version", equalTo(2))
                .body("state", equalTo("SUBMITTED"))
                .body("scores", hasSize(5));
        list(token("pu-1")).body("amendments.evaluator", contains("pu-1"));
        list(token("pu-2")).body("amendments", hasSize(0));
        list(token("sv-1")).body("amendments", hasSize(0));
        list(Tokens.of("bureau", "nansha")).body("amendments.reason", contains("核对原始记录后更正"));
        round.get(TestRound.operator(), "/amendments").then().statusCode(403);
    }

    /** 90.75 with one score of four 1.5 higher: 91.125, a fifth of it 18.225. */
    private void makesANewResult() {
        round.get("/result")
                .then()
                .body("version", equalTo(2))
                .body("state", equalTo("PROVISIONAL"))
                .body("parties[2].raw", equalTo("91.13"))
                .body("parties[2].weighted", equalTo("18.23"))
                .body("total", equalTo("84.83"))
                .body("cites.sheets.find { it.evaluator == 'pu-1' }.version", equalTo(2));
        round.get("/result/versions/1").then().body("total", equalTo("84.75")).body("version", equalTo(1));
        round.get("/result/versions/3").then().statusCode(404);
        round.get("/figures/party:PURCHASER:raw")
                .then()
                .body("printed", equalTo("91.13"))
                .body("resultVersion", equalTo(2));
        round.get("/result/versions/1/figures/party:PURCHASER:raw")
                .then()
                .body("printed", equalTo("90.75"))
                .body("resultVersion", equalTo(1));
        round.get("/result/versions/1/figures/item:PU1.1")
                .then()
                .body("inputs.find { it.name == 'pu-1' }.version", equalTo(1));
        round.get("/result/versions/3/figures/total").then().statusCode(404);
        round.get(token("pu-1"), "/result/versions/1/figures/total").then().statusCode(403);
        round.get(token("pu-1"), "/result/versions/1").then().statusCode(403);
        round.get(TestRound.operator(), "/result/versions/1").then().statusCode(403);
        Topics.await(
                "scoring.result",
                "ResultDetermined",
                determined -> determined.get("evaluation").asText().equals(ROUND)
                        && determined.get("resultVersion").asInt() == 2);
    }

    private void reopensOnePartyOnly() {
        String item = TestRound.sheet("sv-1").at("/scores/0/item").asText();
        round.put(
                        token("sv-1"),
                        "/sheets/sv-1/amendments/1",
                        AMENDMENT.formatted("0").replace("PU1.1", item))
                .then()
                .statusCode(409)
                .body("type", endsWith(":objection-of-another-party"));
        amend("pu-2", "/sheets/pu-2/amendments/1", "20").then().statusCode(201);
        list(token("pu-1")).body("amendments.evaluator", contains("pu-1", "pu-2"));
        list(token("pu-2")).body("amendments.evaluator", contains("pu-2"));
    }

    private void staysAfterClosing() {
        round.put("/closure", "{\"objectionsDecided\":2}").then().statusCode(201);
        amend("pu-1", FIRST, "20").then().statusCode(200);
        amend("pu-1", "/sheets/pu-1/amendments/2", "19").then().statusCode(409).body("type", endsWith(":phase-over"));
    }

    private void isTold() {
        List<String> told =
                round.get("/history").then().statusCode(200).extract().path("entries.sentence");
        assertThat(told)
                .startsWith("开启评估", "登记评估指标体系第 1 版", "公布评估团队第 1 版", "签署廉洁责任承诺书第 1 版（2024年6月20日）")
                .containsSubsequence(
                        "申请回避：曾任承接机构顾问",
                        "同意评委己回避：情况属实",
                        "评估进入“评分”阶段，冻结指标完成情况第 1 版、到岗情况第 1 版、评估指标体系第 1 版",
                        "提交评分表",
                        "代表监督方提交评分",
                        "产生评估结果第 1 版：总分 84.75，等级 良好（暂定）",
                        "评估进入“征求意见”阶段",
                        "第 1 次更正评分：核对原始记录后更正",
                        "产生评估结果第 2 版：总分 84.83，等级 良好（暂定）",
                        "评估进入“办结”阶段");
        round.get(token("sv-1"), "/history")
                .then()
                .statusCode(200)
                .body("entries.who", hasItems("区民政局", "平台"))
                .body("entries.find { it.sentence == '评估进入“征求意见”阶段' }.who", equalTo("平台"))
                .body("entries.find { it.sentence.startsWith('第 1 次更正') }.who", endsWith("（购买方）"));
        assertThat(round.get(TestRound.operator(), "/history")
                        .then()
                        .statusCode(200)
                        .body("entries.who", everyItem(oneOf("区民政局", "平台", "承办方")))
                        .extract()
                        .<List<String>>path("entries.sentence"))
                .containsSubsequence(
                        "开启评估",
                        "公布评估团队第 1 版",
                        "评估进入“评分”阶段，冻结指标完成情况第 1 版、到岗情况第 1 版、评估指标体系第 1 版",
                        "评估进入“征求意见”阶段",
                        "评估进入“办结”阶段")
                .noneMatch(sentence -> sentence.contains("评分表")
                        || sentence.contains("更正评分：")
                        || sentence.contains("结果")
                        || sentence.contains("承诺书")
                        || sentence.contains("评委己"));
        List<String> ofResult =
                round.get("/result/history").then().statusCode(200).extract().path("entries.sentence");
        assertThat(ofResult)
                .containsSubsequence(
                        "同意评委己回避：情况属实",
                        "产生评估结果第 1 版：总分 84.75，等级 良好（暂定）",
                        "第 1 次更正评分：核对原始记录后更正",
                        "产生评估结果第 2 版：总分 84.83，等级 良好（暂定）")
                .doesNotContain("开启评估", "提交评分表");
        round.get(token("sv-1"), "/result/history").then().statusCode(200);
        round.get(TestRound.operator(), "/result/history").then().statusCode(403);
    }

    private ValidatableResponse list(String token) {
        return round.get(token, "/amendments").then().statusCode(200);
    }

    private Response amend(String evaluator, String path, String score) {
        return round.put(token(evaluator), path, AMENDMENT.formatted(score));
    }

    /** What the work list says of the round. */
    private static void due(String token, String path, Matcher<?> expected) {
        given().auth()
                .oauth2(token)
                .get("/v1/evaluations?limit=200")
                .then()
                .body("evaluations.find { it.evaluation == 'dagang-amended-by-one' }." + path, expected);
    }

    private static void object(int number, String decision) {
        Map<String, Object> raised = Map.of("evaluation", ROUND, "from", "OPERATOR", "number", number);
        Map<String, Object> decided = new HashMap<>(raised);
        decided.put("decision", decision);
        Topics.publish("report.report", ROUND, "ObjectionRaised", raised);
        Topics.publish("report.report", ROUND, "ObjectionDecided", decided);
    }
}
