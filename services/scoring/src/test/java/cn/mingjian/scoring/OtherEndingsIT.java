package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Rounds that do not go the straight way. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(Drafts.class)
class OtherEndingsIT {

    @Test
    void anUpheldVetoMakesANewVersionWithTheLowestGradeAndOnlyTheGradeIsPublished() {
        ObjectNode opening = TestRound.opening();
        opening.withObject("/policy").put("publish", "GRADE");
        TestRound round = new TestRound("dagang-vetoed").prepared(opening).scored();

        round.put("/vetoes/1", "{\"title\":\"数据造假\",\"reason\":\"抽查发现虚报\"}")
                .then()
                .statusCode(201);
        round.put("/vetoes/1/hearing", "{\"heldOn\":\"2024-07-08\",\"statement\":\"承认虚报\"}")
                .then()
                .statusCode(201);
        round.put("/vetoes/1/decision", "{\"upheld\":true,\"reason\":\"证据确凿\"}")
                .then()
                .statusCode(201);

        round.get("/result")
                .then()
                .body("version", equalTo(2))
                .body("grade", equalTo("不合格"))
                .body("total", equalTo("84.75"))
                .body("cites.vetoes", equalTo(List.of(1)));
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        round.get(TestRound.operator(), "/result")
                .then()
                .statusCode(200)
                .body("grade", equalTo("不合格"))
                .body("total", nullValue())
                .body("parties", nullValue());
        JsonNode finalised = TestRound.event("scoring.evaluation", "ResultFinalised", "dagang-vetoed");
        assertThat(finalised.get("total").isNull()).isTrue();
        assertThat(finalised.get("parties").isNull()).isTrue();
        assertThat(finalised.get("resultVersion").asInt()).isEqualTo(3);
    }

    @Test
    void isNotClosedOverAnObjectionOfWhichNothingIsHeardYet() {
        TestRound round =
                new TestRound(Drafts.OBJECTED).prepared(TestRound.opening()).scored();

        round.put("/closure", "{\"objectionsDecided\":0}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":objections-open"));
        round.get("").then().body("phase", equalTo("FEEDBACK"));
    }

    @Test
    void closingWaitsForTheDecisionThatTheBureauHasJustTaken() throws Exception {
        TestRound round =
                new TestRound(Drafts.REFUSED).prepared(TestRound.opening()).scored();
        Map<String, Object> raised = Map.of("evaluation", Drafts.REFUSED, "from", "OPERATOR", "number", 1);
        Map<String, Object> decided = new HashMap<>(raised);
        decided.put("decision", "REFUSED");

        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var closed = other.submit(() -> round.put("/closure", "{\"objectionsDecided\":1}"));
            Topics.publish("report.report", Drafts.REFUSED, "ObjectionRaised", raised);
            Topics.publish("report.report", Drafts.REFUSED, "ObjectionDecided", decided);

            closed.get().then().statusCode(201);
        }
    }

    @Test
    void aCancelledRoundDisclosesNothing() {
        TestRound round = new TestRound("dagang-cancelled").prepared(TestRound.opening());

        round.put("/cancellation", "{\"reason\":\"站点合并\"}").then().statusCode(201);

        round.put("/cancellation", "{\"reason\":\"站点合并\"}").then().statusCode(200);
        round.put("/cancellation", "{\"reason\":\"其他\"}").then().statusCode(409);
        round.get("/result").then().statusCode(403);
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(409);
        round.get("?phase=CANCELLED").then().body("phase", equalTo("CANCELLED"));
    }

    @Test
    void refusesAnOpeningWithEverythingThatIsWrongWithIt() {
        TestRound round = new TestRound("dagang-wrong");
        ObjectNode opening = TestRound.opening();
        opening.put("onSite", "2024-02-30");
        opening.withObject("/evidence").put("to", "2024-05-30");
        opening.withArray("/policy/parties").get(0).withObject("").put("weight", "54");

        Response refused = round.put("", opening);

        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/onSite", "/evidence/to", "/policy/parties"))
                .body("errors", hasSize(3));
    }

    @Test
    void aLeadWhoIsRecusedInTheMiddleIsReplacedAndItsScoresAreSetAside() {
        TestRound round = new TestRound("dagang-replaced").prepared(TestRound.opening());
        round.frozen();
        TestRound.eligible().forEach(round::submitSheet);

        round.put(token("sv-1"), "/panel/sv-1/recusal", "{\"reason\":\"亲属受聘于承接机构\"}")
                .then()
                .statusCode(201);
        round.submitParty(Party.SUPERVISOR).then().statusCode(409).body("type", endsWith(":recusal-undecided"));
        round.put("/panel/sv-1/recusal/decision", "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}")
                .then()
                .statusCode(201);
        round.submitParty(Party.SUPERVISOR).then().statusCode(403).body("type", endsWith(":recused"));
        ObjectNode panel = TestRound.panel();
        panel.get("members").forEach(member -> {
            if (member.get("evaluator").asText().equals("sv-2")) {
                ((ObjectNode) member).put("role", "LEAD");
            }
        });
        round.put("/panel", panel).then().statusCode(200);
        round.put(token("sv-2"), "/parties/SUPERVISOR/submission", "{}").then().statusCode(201);
        List.of(Party.THIRD_PARTY, Party.SUPERVISORY_CENTER, Party.PURCHASER)
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        round.get("/result")
                .then()
                .statusCode(200)
                .body("cites.sheets.evaluator.findAll { it.startsWith('sv-') }", equalTo(List.of("sv-2")));
        round.get("/figures/item:SV1.1").then().body("inputs.name", equalTo(List.of("sv-2")));
    }

    @Test
    void aPledgedLeadWhoFallsIllIsReplacedByTheBureau() {
        TestRound round = new TestRound("dagang-ill").prepared(TestRound.opening());
        round.frozen();
        TestRound.eligible().forEach(round::submitSheet);
        Account successor = Tokens.account(Party.SUPERVISOR.role(), TestRound.STATION);
        ObjectNode panel = TestRound.panel();
        ArrayNode members = panel.withArray("members");
        members.forEach(member -> {
            if (member.get("evaluator").asText().equals("sv-1")) ((ObjectNode) member).put("role", "MEMBER");
        });
        members.addObject()
                .put("evaluator", "sv-3")
                .put("account", successor.id())
                .put("party", "SUPERVISOR")
                .put("label", "业务科室三")
                .put("role", "LEAD");

        round.put(token("sv-1"), "/panel/sv-1/replacement", "{\"reason\":\"因病\"}")
                .then()
                .statusCode(403);
        round.put("/panel/sv-1/replacement", "{\"reason\":\" \"}").then().statusCode(422);
        round.put("/panel/sv-8/replacement", "{\"reason\":\"因病\"}").then().statusCode(404);
        round.put("/panel/sv-1/replacement", "{\"reason\":\"因病\"}").then().statusCode(201);
        round.put("/panel/sv-1/replacement", "{\"reason\":\"因病\"}").then().statusCode(200);
        round.put("/panel/sv-1/replacement", "{\"reason\":\"出差\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":recusal-decided"));
        round.submitParty(Party.SUPERVISOR).then().statusCode(403).body("type", endsWith(":recused"));

        round.put("/panel", panel).then().statusCode(200);
        round.put(successor.token(), "/panel/sv-3/pledge", "{\"occurredOn\":\"2024-06-22\"}")
                .then()
                .statusCode(201);
        round.put(successor.token(), "/sheets/sv-3", TestRound.sheet("sv-1"))
                .then()
                .statusCode(201);
        round.put(successor.token(), "/sheets/sv-3/submission", "{}").then().statusCode(201);
        round.put(successor.token(), "/parties/SUPERVISOR/submission", "{}")
                .then()
                .statusCode(201);
        List.of(Party.THIRD_PARTY, Party.SUPERVISORY_CENTER, Party.PURCHASER)
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        round.get("/result")
                .then()
                .body("total", equalTo("84.75"))
                .body("cites.sheets.evaluator.findAll { it.startsWith('sv-') }", equalTo(List.of("sv-2", "sv-3")))
                .body("cites.setAside.evaluator", hasItems("sv-1"));
        round.get("/history").then().body("entries.sentence", hasItems("撤换业务科室一：因病"));
        round.get("/sheets/sv-1/history").then().body("entries.sentence", hasItems("撤换业务科室一：因病"));
        round.get("/sheets/sv-9/history").then().statusCode(404);
    }

    @Test
    void aPartyThatHasSubmittedSubmitsAgainWhenOneOfItsEvaluatorsIsTakenOff() {
        TestRound round = TestRound.scoring("dagang-reopened");
        TestRound.eligible().forEach(round::submitSheet);
        List.of(Party.THIRD_PARTY, Party.PURCHASER, Party.SUPERVISOR)
                .forEach(party -> round.submitParty(party).then().statusCode(201));
        Account successor = Tokens.account(Party.SUPERVISOR.role(), TestRound.STATION);
        ObjectNode panel = TestRound.panel();
        panel.withArray("members")
                .addObject()
                .put("evaluator", "sv-3")
                .put("account", successor.id())
                .put("party", "SUPERVISOR")
                .put("label", "业务科室三")
                .put("role", "MEMBER");

        round.put("/panel", panel).then().statusCode(409).body("type", endsWith(":party-submitted"));
        round.put("/panel/sv-2/replacement", "{\"reason\":\"因病\"}").then().statusCode(201);

        assertThat(TestRound.event("scoring.evaluation", "PartyReopened", "dagang-reopened")
                        .get("party")
                        .asText())
                .isEqualTo("SUPERVISOR");
        round.get("/progress")
                .then()
                .body("parties.findAll { it.submittedAt != null }.party", equalTo(List.of("THIRD_PARTY", "PURCHASER")));
        round.submitParty(Party.SUPERVISORY_CENTER).then().statusCode(201);
        round.get("").then().body("phase", equalTo("SCORING"));
        round.put("/panel", panel).then().statusCode(200);
        round.pledge(successor.token(), "sv-3", "2024-06-22");
        round.submitParty(Party.SUPERVISOR).then().statusCode(409).body("type", endsWith(":sheets-open"));
        round.put(successor.token(), "/sheets/sv-3", TestRound.sheet("sv-2"))
                .then()
                .statusCode(201);
        round.put(successor.token(), "/sheets/sv-3/submission", "{}").then().statusCode(201);
        round.submitParty(Party.SUPERVISOR).then().statusCode(201);

        round.get("/result")
                .then()
                .body("total", equalTo("84.75"))
                .body("cites.sheets.evaluator.findAll { it.startsWith('sv-') }", equalTo(List.of("sv-1", "sv-3")))
                .body("cites.setAside.evaluator", hasItems("sv-2"));
        assertThat(round.get("/history").then().extract().<List<String>>path("entries.sentence"))
                .containsSubsequence("代表监督方提交评分", "监督方评委变动，此前的提交不再有效，须重新提交", "代表督导中心提交评分", "代表监督方提交评分");
        round.put("/panel/sv-1/replacement", "{\"reason\":\"因病\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":phase-over"));
    }

    @Test
    void aRecusalThatIsAskedForAfterThePartysSubmissionIsDecidedBeforeTheRoundGoesOn() {
        TestRound round = TestRound.scoring("dagang-recused-late");
        TestRound.eligible().forEach(round::submitSheet);
        List.of(Party.THIRD_PARTY, Party.PURCHASER, Party.SUPERVISOR)
                .forEach(party -> round.submitParty(party).then().statusCode(201));

        round.put(token("sv-2"), "/panel/sv-2/recusal", "{\"reason\":\"亲属受聘于承接机构\"}")
                .then()
                .statusCode(201);

        round.submitParty(Party.SUPERVISORY_CENTER).then().statusCode(201);
        round.get("").then().body("phase", equalTo("SCORING"));
        round.submitParty(Party.SUPERVISOR).then().statusCode(409).body("type", endsWith(":recusal-undecided"));
        round.put("/panel/sv-2/recusal/decision", "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}")
                .then()
                .statusCode(201);
        round.submitParty(Party.SUPERVISOR).then().statusCode(201);
        round.get("/result")
                .then()
                .body("cites.sheets.evaluator.findAll { it.startsWith('sv-') }", equalTo(List.of("sv-1")))
                .body("cites.setAside.evaluator", hasItems("sv-2"));
        round.put(token("sv-1"), "/panel/sv-1/recusal", "{\"reason\":\"亲属受聘于承接机构\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":phase-over"));
    }

    @Test
    void aPartyThatScoresNothingCannotSubmit() {
        TestRound round = new TestRound("dagang-unscored").prepared(TestRound.opening());
        round.frozen();
        for (String evaluator : List.of("sc-1", "sc-2")) {
            ObjectNode sheet = TestRound.sheet(evaluator);
            sheet.get("scores").forEach(line -> ((ObjectNode) line).put("score", "NA"));
            round.put(token(evaluator), "/sheets/" + evaluator, sheet).then().statusCode(201);
            round.put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}")
                    .then()
                    .statusCode(201);
        }

        round.submitParty(Party.SUPERVISORY_CENTER)
                .then()
                .statusCode(409)
                .body("type", endsWith(":party-without-score"));
    }
}
