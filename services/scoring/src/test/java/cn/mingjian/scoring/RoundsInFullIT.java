package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What goes wrong in real rounds, and how it is set right. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RoundsInFullIT {

    private static final String UPHELD = "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}";

    @Test
    void aPartyThatMissesItsDeadlineIsVisibleAndGoesOnWhenItIsExtended() {
        TestRound round = scoring("dagang-late");
        String deadline = "/parties/PURCHASER/deadline";
        round.put(deadline, due(Instant.now().minusSeconds(1), null))
                .then()
                .statusCode(422)
                .body("type", endsWith(":deadline-not-ahead"));
        Instant soon = Instant.now().plusSeconds(3);
        round.put(deadline, due(soon, null)).then().statusCode(201).body("version", equalTo(1));
        round.put(deadline, due(soon, null)).then().statusCode(200);
        round.get(token("pu-2"), deadline).then().statusCode(200).body("dueAt", equalTo(soon.toString()));
        round.get(token("tp-1"), deadline).then().statusCode(403);
        round.put(token("pu-1"), deadline, due(soon, "再宽限")).then().statusCode(403);
        round.put(token("pu-1"), "/sheets/pu-1", TestRound.sheet("pu-1")).then().statusCode(201);

        assertThat(isOverdueAt(round, soon)).isTrue();

        round.put(token("pu-1"), "/sheets/pu-1/submission", "{}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":deadline-passed"));
        round.put(token("pu-2"), "/sheets/pu-2", TestRound.sheet("pu-2")).then().statusCode(409);
        round.put(token("pu-1"), "/parties/PURCHASER/findings", TestRound.findings(Party.PURCHASER))
                .then()
                .statusCode(409);
        round.put(token("pu-1"), "/sheets/pu-1", TestRound.sheet("pu-1")).then().statusCode(200);
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(201);
        Instant later = Instant.now().plus(Duration.ofDays(3));
        round.put(deadline, due(later, null)).then().statusCode(422).body("type", endsWith(":change-without-reason"));
        round.put(deadline, due(later, "台风停工两日")).then().statusCode(200).body("version", equalTo(2));
        round.put(token("pu-1"), "/sheets/pu-1/submission", "{}").then().statusCode(201);
        round.get("/progress").then().body("parties[2].overdue", equalTo(false));
        List<String> told = round.get("/history").then().extract().path("entries.sentence");
        assertThat(told).contains("购买方到期未提交").anyMatch(sentence -> sentence.endsWith("（台风停工两日）"));
    }

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

        round.put(recusal + "/decision", UPHELD).then().statusCode(201).body("state", equalTo("UPHELD"));

        round.get(involved.token(), "").then().statusCode(403).body("type", endsWith(":recused"));
        round.evidenceComputed(1, 1);
        round.freeze(1, 1).then().statusCode(201);
        round.put(TestRound.operator(), "/panel/tp-3/operator-recusal", "{\"reason\":\"曾有劳动争议\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":phase-over"));
        assertThat(round.get("/history").then().extract().<List<String>>path("entries.sentence"))
                .anyMatch(sentence -> sentence.startsWith("申请") && sentence.endsWith("回避：曾有劳动争议"));
    }

    @Test
    void whatASheetFoundBecomesAVetoToHearAndDecide() {
        TestRound round = new TestRound("dagang-found");
        TestRound.publishStationAndAgreement();
        round.put("", TestRound.opening()).then().statusCode(201);
        round.put("/rubric", rubricWithVetoItem()).then().statusCode(201);
        round.put("/panel", TestRound.panel()).then().statusCode(201);
        DagangRound.rows("panel.csv").forEach(row -> round.pledge(row.get("evaluator"), row.get("pledgedOn")));
        round.put(token("tp-6"), "/panel/tp-6/recusal", "{\"reason\":\"曾任承接机构顾问\"}");
        round.put("/panel/tp-6/recusal/decision", UPHELD).then().statusCode(201);
        round.evidenceComputed(1, 1);
        round.freeze(1, 1).then().statusCode(201);
        TestRound.eligible().stream().filter(each -> !each.startsWith("sv")).forEach(round::submitSheet);
        submit(round, "sv-2", "0", null).then().statusCode(201);
        submit(round, "sv-1", "1", null).then().statusCode(422).body("errors[0].detail", containsString("须写明所发现的问题"));
        submit(round, "sv-1", "1", "抽查 12 份记录，3 份无服务对象").then().statusCode(201);
        round.get("/vetoes").then().body("vetoes", empty());

        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        round.get("/result").then().body("total", equalTo("84.75")).body("version", equalTo(1));
        round.get("/vetoes")
                .then()
                .body("vetoes.title", contains("弄虚作假"))
                .body("vetoes[0].reason", equalTo("抽查 12 份记录，3 份无服务对象"))
                .body("vetoes[0].evidence", contains("监督方评分表 SV-V"));
        String hearing = "{\"heldOn\":\"2024-07-08\",\"statement\":\"承认录入错误\"}";
        round.put(TestRound.operator(), "/vetoes/1/hearing", hearing).then().statusCode(403);
        round.put("/vetoes/1/hearing", hearing.replace("07-08", "07-32")).then().statusCode(422);
        round.put("/vetoes/1/hearing", hearing).then().statusCode(201);
        round.put("/vetoes/1/hearing", hearing).then().statusCode(200);
        round.put("/vetoes/1/decision", "{\"upheld\":true,\"reason\":\"证据确凿\"}")
                .then()
                .statusCode(201)
                .body("hearing.statement", equalTo("承认录入错误"));
        round.put("/vetoes/1/hearing", hearing.replace("承认", "否认")).then().statusCode(409);
        round.get("/result").then().body("grade", equalTo("不合格")).body("version", equalTo(2));
        round.get("/result/sensitivity").then().statusCode(200).body("vetoed", equalTo(true));
    }

    @Test
    void twoWindowsOfOneAuthorDoNotWriteOverEachOtherUnseen() {
        TestRound round = scoring("dagang-windows");
        Response first = round.put(token("sc-1"), "/sheets/sc-1", TestRound.sheet("sc-1"));
        String seen = first.then().statusCode(201).extract().header("ETag");
        ObjectNode changed = TestRound.sheet("sc-1");
        changed.withArray("scores").remove(0);

        write(round, changed, seen).then().statusCode(200).header("ETag", not(equalTo(seen)));

        write(round, TestRound.sheet("sc-1"), seen).then().statusCode(412).body("type", endsWith(":sheet-changed"));
        round.get(token("sc-1"), "/sheets/sc-1")
                .then()
                .body("scores", hasSize(changed.get("scores").size()));
        write(round, TestRound.sheet("sc-1"), null).then().statusCode(200);
    }

    @Test
    void aHundredSubmissionsAtOnceAreOne() throws Exception {
        TestRound round = scoring("dagang-hundred");
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(201);

        assertThat(atOnce(() -> round.put(token("tp-1"), "/sheets/tp-1/submission", "{}")))
                .containsExactly(99, 1);
        TestRound.eligible().stream().filter(each -> !each.equals("tp-1")).forEach(round::submitSheet);
        for (Party party : List.of(Party.SUPERVISOR, Party.PURCHASER, Party.SUPERVISORY_CENTER)) {
            round.submitParty(party).then().statusCode(201);
        }
        assertThat(atOnce(() -> round.submitParty(Party.THIRD_PARTY))).containsExactly(99, 1);

        round.get("/result").then().body("version", equalTo(1)).body("total", equalTo("84.75"));
        round.get("/history")
                .then()
                .body("entries.findAll { it.sentence == '代表第三方提交评分' }", hasSize(1))
                .body("entries.findAll { it.sentence.startsWith('产生评估结果') }", hasSize(1));
    }

    @Test
    void anAppealIsAProcedureOfItsOwnThatLeavesTheResultAsItIs() {
        TestRound round =
                new TestRound("dagang-appealed").prepared(TestRound.opening()).scored();
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

        String again = "{\"decision\":\"UPHELD\",\"reason\":\"重新评估\",\"reevaluation\":\"%s\"}";
        round.put("/appeals/1/decision", again.formatted("dagang-nowhere"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reevaluation"));
        round.put("/appeals/1/decision", again.formatted("dagang-again")).then().statusCode(201);

        round.put("/appeals/1/decision", UPHELD).then().statusCode(409).body("type", endsWith(":appeal-decided"));
        round.get(TestRound.operator(), "/appeals")
                .then()
                .body("appeals[0].decision.decision", equalTo("UPHELD"))
                .body("appeals[0].decision.reevaluation", equalTo("dagang-again"));
        round.get("/result").then().body("version", equalTo(2)).body("total", equalTo("84.75"));
        RowSecurity.assertHolds(TestRound.STATION);
    }

    @Test
    void scoresSayMoreThanTheResultToThoseWhoMaySeeThem() {
        TestRound round = scoring("dagang-analysed");
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
    void whatIsOfConcernIsSetRightVerifiedAndSeenByTheNextEvaluation() {
        TestRound round = scoring("dagang-concerned");
        TestRound.leads().forEach((party, lead) -> round.put(
                        token(lead), "/parties/" + party + "/findings", TestRound.findings(party))
                .then()
                .statusCode(201));
        round.get(TestRound.operator(), "/concerns").then().statusCode(403).body("type", endsWith(":not-disclosed"));
        TestRound.eligible().forEach(round::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        int concerns = round.get(TestRound.operator(), "/concerns")
                .then()
                .statusCode(200)
                .body("concerns[0].state", equalTo("OPEN"))
                .extract()
                .path("concerns.size()");
        round.get(token("tp-1"), "/concerns").then().statusCode(403);
        String path = "/concerns/1/follow-up";
        String word = "{\"owner\":\"站长\",\"dueOn\":\"2024-09-30\",\"measures\":\"补录回访\",\"state\":\"%s\"%s}";
        round.put(path, word.formatted("PLANNED", "")).then().statusCode(403);
        round.put(TestRound.operator(), path, word.formatted("DONE", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/evidence"));
        round.put(TestRound.operator(), "/concerns/" + (concerns + 1) + "/follow-up", word.formatted("PLANNED", ""))
                .then()
                .statusCode(404);
        round.put(TestRound.operator(), path, word.formatted("PLANNED", ""))
                .then()
                .statusCode(201)
                .body("state", equalTo("PLANNED"));
        verify(round, 1, "ACCEPTED").then().statusCode(409).body("type", endsWith(":nothing-to-verify"));
        round.put(TestRound.operator(), path, word.formatted("DONE", ",\"evidence\":\"回访表 40 份\""))
                .then()
                .statusCode(200)
                .body("followUpVersion", equalTo(2));
        verify(round, 1, "ACCEPTED").then().statusCode(409).body("type", endsWith(":follow-up-outdated"));
        verify(round, 2, "RETURNED").then().statusCode(201).body("state", equalTo("RETURNED"));
        round.put(TestRound.operator(), path, word.formatted("DONE", ",\"evidence\":\"回访表 52 份\""))
                .then()
                .body("state", equalTo("DONE"));
        verify(round, 3, "ACCEPTED").then().statusCode(201).body("state", equalTo("ACCEPTED"));
        verify(round, 3, "ACCEPTED").then().statusCode(200);
        round.put(TestRound.operator(), path, word.formatted("PLANNED", ""))
                .then()
                .statusCode(409);
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);

        TestRound next = new TestRound("dagang-next").prepared(TestRound.opening());
        next.get(token("sc-1"), "/earlier-concerns")
                .then()
                .statusCode(200)
                .body("concerns.findAll { it.evaluation == 'dagang-concerned' }", hasSize(concerns))
                .body(
                        "concerns.find { it.evaluation == 'dagang-concerned' && it.number == 1 }.state",
                        equalTo("ACCEPTED"));
        next.get("/concerns").then().statusCode(403);
    }

    private static Response verify(TestRound round, int version, String outcome) {
        return round.put(
                "/concerns/1/verification",
                "{\"followUpVersion\":%d,\"outcome\":\"%s\",\"reason\":\"抽查核对\"}".formatted(version, outcome));
    }

    private static TestRound scoring(String code) {
        TestRound round = new TestRound(code).prepared(TestRound.opening());
        round.evidenceComputed(1, 1);
        round.freeze(1, 1).then().statusCode(201);
        return round;
    }

    private static String due(Instant at, String reason) {
        return "{\"dueAt\":\"" + at + "\"" + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}";
    }

    /** Asks until the instant has gone by, and then once more. */
    private static boolean isOverdueAt(TestRound round, Instant due) {
        boolean overdue = false;
        for (boolean past = false; !past; ) {
            past = Instant.now().isAfter(due);
            overdue = round.get("/progress").then().extract().path("parties[2].overdue");
        }
        return overdue;
    }

    private static ObjectNode rubricWithVetoItem() {
        ObjectNode rubric = DagangRound.json("rubric.json").deepCopy();
        rubric.withArray("/parties/SUPERVISOR/0/items")
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

    private static Response write(TestRound round, ObjectNode sheet, String seen) {
        var request = RestAssured.given()
                .auth()
                .oauth2(token("sc-1"))
                .contentType(ContentType.JSON)
                .body(sheet.toString());
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return request.put("/v1/evaluations/dagang-windows/sheets/sc-1");
    }

    /** How many of a hundred answers said 200, and how many 201. */
    private static List<Integer> atOnce(Callable<Response> submission) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Response> each : executor.invokeAll(Collections.nCopies(100, submission))) {
                statuses.add(each.get().statusCode());
            }
        }
        return List.of(Collections.frequency(statuses, 200), Collections.frequency(statuses, 201));
    }
}
