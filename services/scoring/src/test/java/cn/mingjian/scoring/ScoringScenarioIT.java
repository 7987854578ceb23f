package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A whole round as its people live it, with what each of them must not see on the way. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ScoringScenarioIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fourPartiesScoreBlindlyAndTheFourthMakesTheResult() throws Exception {
        TestRound round = new TestRound("dagang-2023-final");
        opens(round);
        takesTheRubric(round);
        namesThePanel(round);
        freezesTheEvidence(round);
        scoresBlindly(round);
        submits(round);
        showsTheResult(round);
        hearsObjectionsAndCloses(round);
        staysAsItIs(round);
        showsAForgetfulQueryNothingOfOthers();
        RowSecurity.assertHolds(TestRound.STATION);
    }

    private static void showsAForgetfulQueryNothingOfOthers() {
        forgetful(token("tp-1"), TestRound.STATION, "").statusCode(200).body("$", hasItem("dagang-2023-final"));
        forgetful(Tokens.of("third-party", "nansha/lanhe"), "nansha/lanhe", "")
                .statusCode(200)
                .body("$", not(hasItem("dagang-2023-final")));
        String stranger = Tokens.of("bureau", "panyu");
        forgetful(stranger, "panyu/dagang", "").statusCode(200).body("$", not(hasItem("dagang-2023-final")));
        forgetful(stranger, "panyu/dagang", "/in-the-background").statusCode(500);
    }

    private static ValidatableResponse forgetful(String token, String place, String further) {
        String[] codes = place.split("/", 2);
        return given().auth()
                .oauth2(token)
                .get(ForgetfulResource.PATH + further, codes[0], codes[1])
                .then();
    }

    private static void opens(TestRound round) {
        TestRound.publishStationAndAgreement();
        round.put("", TestRound.opening()).then().statusCode(201).body("phase", equalTo("PREPARING"));
        round.put("", TestRound.opening()).then().statusCode(200);
        round.put("", TestRound.opening().put("title", "另一个标题"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":evaluation-differs"))
                .body("detail", equalTo("与已开启的评估不一致：标题"));
        round.get(Tokens.of("bureau", "panyu"), "").then().statusCode(404);
        round.get(Tokens.of("third-party", "nansha/lanhe"), "").then().statusCode(404);
        round.put(Tokens.of("bureau", "panyu"), "", TestRound.opening().put("title", ""))
                .then()
                .statusCode(403);
        round.put(Tokens.of("bureau", "panyu"), "/rubric", "no document").then().statusCode(404);
    }

    private static void takesTheRubric(TestRound round) {
        round.put("/rubric", DagangRound.json("rubric.json")).then().statusCode(201);
    }

    private static void namesThePanel(TestRound round) {
        Account involved = Tokens.account("bureau", "nansha");
        ObjectNode panel = TestRound.panel();
        panel.withArray("members")
                .addObject()
                .put("evaluator", "sv-3")
                .put("account", involved.id())
                .put("party", "SUPERVISOR")
                .put("label", "民政局观察员")
                .put("role", "MEMBER");
        round.put("/panel", panel).then().statusCode(201);

        round.put(token("tp-1"), "/panel/tp-1/pledge", "{\"occurredOn\":\"2999-06-20\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/occurredOn"));
        round.put(token("tp-1"), "/panel/tp-2/pledge", "{\"occurredOn\":\"2024-06-20\"}")
                .then()
                .statusCode(403);
        DagangRound.rows("panel.csv").forEach(row -> round.pledge(row.get("evaluator"), row.get("pledgedOn")));

        round.put(token("tp-6"), "/panel/tp-6/recusal", "{\"reason\":\"曾任承接机构顾问\"}")
                .then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"));
        String upheld = "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}";
        round.put(involved.token(), "/panel/tp-6/recusal/decision", upheld)
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));
        round.get(token("tp-6"), "").then().statusCode(200);
        round.put("/panel/tp-6/recusal/decision", upheld).then().statusCode(201);
        round.get(token("tp-6"), "").then().statusCode(403).body("type", endsWith(":recused"));

        String whoTakesPartNoMore = "members.find { it.evaluator == 'tp-6' }.recused";
        round.get("/panel").then().body(whoTakesPartNoMore, equalTo(true));
        round.get(token("tp-1"), "/panel")
                .then()
                .body(whoTakesPartNoMore, equalTo(true))
                .body("members.find { it.evaluator == 'tp-2' }.recused", equalTo(false))
                .body("members.find { it.evaluator == 'sv-1' }.recused", nullValue())
                .body("members.find { it.evaluator == 'tp-6' }.recusal", nullValue());
        round.get(TestRound.operator(), "/panel")
                .then()
                .body(whoTakesPartNoMore, equalTo(true))
                .body("members.find { it.evaluator == 'tp-6' }.recusal", nullValue());
        for (String other : List.of(token("tp-2"), token("sv-1"))) {
            round.get(other, "/panel").then().statusCode(200).body(whoTakesPartNoMore, nullValue());
        }

        round.get(TestRound.operator(), "/panel")
                .then()
                .statusCode(200)
                .body("members[0].organisation", equalTo("广州市南沙区社会工作协会"))
                .body("members.account", not(hasItem(TestRound.account("tp-1").id())))
                .body("members[0].pledgedOn", nullValue());
    }

    private static void freezesTheEvidence(TestRound round) {
        String answers = "{\"answers\":[{\"group\":\"SERVICE_USER\",\"channel\":\"PHONE\",\"score\":5}]}";
        round.put(token("tp-2"), "/satisfaction", answers).then().statusCode(403);
        round.put(token("tp-1"), "/satisfaction", answers.replace("5", "4.5"))
                .then()
                .statusCode(400);
        round.put(token("tp-1"), "/satisfaction", answers).then().statusCode(201);
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(409);

        round.evidenceComputed(1, 1);
        round.evidenceComputed(2, 1);
        round.freeze(1, 1).then().statusCode(409).body("type", endsWith(":evidence-outdated"));
        round.freeze(2, 1).then().statusCode(201).body("satisfactionVersion", equalTo(1));
        round.freeze(2, 1).then().statusCode(200);

        round.put(token("tp-1"), "/satisfaction", answers).then().statusCode(200);
        round.put(token("tp-1"), "/satisfaction", answers.replace("5", "4"))
                .then()
                .statusCode(409);
        JsonNode frozen = TestRound.event("scoring.evaluation", "EvidenceFrozen", "dagang-2023-final");
        assertThat(frozen.get("achievementVersion").asInt()).isEqualTo(2);
    }

    private static void scoresBlindly(TestRound round) {
        round.put(token("tp-1"), "/sheets/tp-1", """
            {"scores":[{"item":"TP1.1","score":"7"},{"item":"TP1.2","score":"3.3"},
                       {"item":"PU1.1","score":"5"},{"item":"TP1.3","score":"-1"}]}\
            """)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/scores/0/score", "/scores/1/score", "/scores/2/item", "/scores/3/score"));
        round.put(token("tp-6"), "/sheets/tp-6", TestRound.sheet("tp-1")).then().statusCode(403);

        ObjectNode partial = TestRound.sheet("tp-1");
        partial.withArray("scores").remove(0);
        round.put(token("tp-1"), "/sheets/tp-1", partial).then().statusCode(201);
        round.put(token("tp-1"), "/sheets/tp-1/submission", "{}")
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("TP1.1 人员配置与稳岗 尚未评分"));
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(200);
        round.put(token("tp-1"), "/sheets/tp-1/submission", "{}").then().statusCode(201);

        round.put(token("tp-2"), "/sheets/tp-2", TestRound.sheet("tp-2")).then().statusCode(201);
        round.get(token("tp-1"), "/sheets/tp-2").then().statusCode(404);
        round.put(token("tp-2"), "/sheets/tp-2/submission", "{}").then().statusCode(201);
        round.get(token("tp-1"), "/sheets/tp-2").then().statusCode(200).body("state", equalTo("SUBMITTED"));
        round.get(token("tp-2"), "/sheets/tp-1").then().statusCode(403);
        round.get(token("sc-1"), "/sheets/tp-1").then().statusCode(403);
        round.get("/sheets/tp-1").then().statusCode(403);

        round.submitParty(Party.THIRD_PARTY).then().statusCode(409).body("type", endsWith(":sheets-open"));
        TestRound.eligible().stream()
                .filter(evaluator -> !List.of("tp-1", "tp-2").contains(evaluator))
                .forEach(round::submitSheet);
        for (Map.Entry<Party, String> lead : TestRound.leads().entrySet()) {
            String path = "/parties/" + lead.getKey() + "/findings";
            round.put(token(lead.getValue()), path, TestRound.findings(lead.getKey()))
                    .then()
                    .statusCode(201);
            round.get(token("sc-1"), path).then().statusCode(lead.getValue().equals("sc-1") ? 200 : 403);
            round.get(path).then().statusCode(403);
        }
        seesNothing(round);
    }

    private static void seesNothing(TestRound round) {
        for (String token :
                List.of(Tokens.of("bureau", "nansha"), TestRound.operator(), token("tp-1"), token("pu-1"))) {
            round.get(token, "/result").then().statusCode(403);
            round.get(token, "/findings").then().statusCode(403);
            round.get(token, "/figures/total").then().statusCode(403);
        }
        round.get(Tokens.service("report"), "/result").then().statusCode(404);
        round.get(Tokens.service("report"), "/satisfaction").then().statusCode(404);
        round.get(token("tp-1"), "/progress").then().statusCode(403);
        round.get("/progress")
                .then()
                .statusCode(200)
                .body("parties[0].evaluators[0].sheet", equalTo("SUBMITTED"))
                .body("parties[0].submittedAt", nullValue());
    }

    private static void submits(TestRound round) throws Exception {
        List<Callable<Integer>> leads = new ArrayList<>();
        for (int again = 0; again < 3; again++) {
            TestRound.leads()
                    .keySet()
                    .forEach(party -> leads.add(() -> round.submitParty(party).statusCode()));
        }
        TestRound.leads().values().forEach(TestRound::token);

        List<Integer> statuses = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : executor.invokeAll(leads)) {
                statuses.add(each.get());
            }
        }

        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(4);
        round.get("?phase=FEEDBACK").then().body("phase", equalTo("FEEDBACK")).body("resultVersion", equalTo(1));
    }

    private static void showsTheResult(TestRound round) throws Exception {
        JsonNode result = JSON.readTree(
                round.get("/result").then().statusCode(200).extract().asString());
        assertThat(result.get("state").asText()).isEqualTo("PROVISIONAL");
        TestRound.assertIsTheSample(result);
        round.get(Tokens.service("report"), "/result").then().statusCode(200);
        round.get(Tokens.service("report"), "/findings").then().statusCode(200).body("findings", hasSize(20));
        round.get(token("tp-1"), "/result").then().statusCode(403);
        round.get(TestRound.operator(), "/result").then().statusCode(403);
        round.get(TestRound.operator(), "").then().body("resultVersion", nullValue());

        round.get("/figures/total")
                .then()
                .body("printed", equalTo("84.75"))
                .body("inputs[0].figure", equalTo("party:THIRD_PARTY:weighted"));
        round.get("/figures/item:TP1.1").then().body("inputs", hasSize(5)).body("inputs[0].version", equalTo(1));
        round.get("/figures/category:TP3").then().body("printed", equalTo("8.17"));
        round.get(Tokens.service("report"), "/figures/total").then().statusCode(403);

        JsonNode determined = TestRound.event("scoring.result", "ResultDetermined", "dagang-2023-final");
        assertThat(determined.get("resultVersion").asInt()).isEqualTo(1);
        assertThat(determined.get("panel")).hasSize(13);
        // tp-6 asked for its recusal, the observer never pledged.
        assertThat(determined.get("recused")).hasSize(2);
        assertThat(determined.get("panel").get(0).get("lead").asBoolean()).isTrue();
    }

    private static void hearsObjectionsAndCloses(TestRound round) {
        Map<String, Object> objection = Map.of("evaluation", "dagang-2023-final", "from", "OPERATOR", "number", 1);
        Topics.publish("report.report", "dagang-2023-final", "ObjectionRaised", objection);
        Topics.publish("report.report", "dagang-2023-final", "ObjectionDecided", objection);
        round.get("?objectionsDecided=1").then().body("objections.decided", equalTo(1));
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(409);
        round.put("/vetoes/1", "{\"title\":\"投诉\",\"reason\":\"群众来信\"}").then().statusCode(201);
        round.put("/closure", "{\"objectionsDecided\":1}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":veto-open"));
        round.put("/vetoes/1/decision", "{\"upheld\":false,\"reason\":\"查无实据\"}")
                .then()
                .statusCode(201);
        round.get("").then().body("resultVersion", equalTo(1));
        round.put(TestRound.operator(), "/remediation", TestRound.remediation("PARTIAL"))
                .then()
                .statusCode(201);

        round.put("/closure", "{\"objectionsDecided\":1}")
                .then()
                .statusCode(201)
                .body("resultVersion", equalTo(2));

        round.put("/closure", "{\"objectionsDecided\":1}")
                .then()
                .statusCode(200)
                .body("resultVersion", equalTo(2));
        JsonNode finalised = TestRound.event("scoring.evaluation", "ResultFinalised", "dagang-2023-final");
        assertThat(finalised.get("total").asText()).isEqualTo("84.75");
        assertThat(finalised.get("parties")).hasSize(4);
    }

    private static void staysAsItIs(TestRound round) throws Exception {
        JsonNode result = JSON.readTree(round.get(token("sc-1"), "/result")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(result.get("state").asText()).isEqualTo("FINAL");
        TestRound.assertIsTheSample(result);
        round.get(TestRound.operator(), "/result").then().statusCode(200).body("total", equalTo("84.75"));

        round.put("", TestRound.opening()).then().statusCode(200);
        round.put("/rubric", DagangRound.json("rubric.json")).then().statusCode(200);
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(200);
        round.put(token("tp-1"), "/sheets/tp-1/submission", "{}").then().statusCode(200);
        round.put(TestRound.operator(), "/remediation", TestRound.remediation("PARTIAL"))
                .then()
                .statusCode(200);

        ObjectNode changed = TestRound.sheet("tp-1");
        changed.withArray("scores").get(0).withObject("").put("score", "6");
        round.put(token("tp-1"), "/sheets/tp-1", changed).then().statusCode(409);
        round.put(TestRound.operator(), "/remediation", TestRound.remediation("DONE"))
                .then()
                .statusCode(409);
        round.put("/cancellation", "{\"reason\":\"太迟\"}").then().statusCode(409);
    }
}
