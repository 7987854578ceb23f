package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The ways in which somebody could learn what another party gave, one by one; all of them at once are TwoWorldsIT's. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BlindnessIT {

    private static final List<String> DISCLOSED = List.of(
            "/result",
            "/findings",
            "/figures/total",
            "/figures/grade",
            "/figures/party:PURCHASER:raw",
            "/figures/category:PU1",
            "/figures/item:PU1.1",
            "/figures/nothing");

    @Test
    void aSheetIsItsAuthorsAndOnceSubmittedItsLeadsInEveryPhase() {
        TestRound round = TestRound.scoring("blind-sheets");
        sheetsAreSeenBy(round, "sc-2", Map.of());

        round.put(token("sc-2"), "/sheets/sc-2", TestRound.sheet("sc-2")).then().statusCode(201);
        sheetsAreSeenBy(round, "sc-2", Map.of("sc-2", 200));

        submit(round, "sc-2");
        Map<String, Integer> authorAndLead = Map.of("sc-2", 200, "sc-1", 200);
        sheetsAreSeenBy(round, "sc-2", authorAndLead);

        TestRound.eligible().stream()
                .filter(evaluator -> !evaluator.equals("sc-2"))
                .forEach(round::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));
        sheetsAreSeenBy(round, "sc-2", authorAndLead);
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        sheetsAreSeenBy(round, "sc-2", authorAndLead);
    }

    @Test
    void aLeadWithoutAPledgeSeesAndSubmitsNothingOfItsParty() {
        TestRound round = TestRound.scoring("blind-unpledged");
        round.submitSheet("sc-2");
        Account newcomer = Tokens.account(Party.SUPERVISORY_CENTER.role(), TestRound.STATION);
        ObjectNode panel = TestRound.panel();
        panel.withArray("members")
                .addObject()
                .put("evaluator", "sc-3")
                .put("account", newcomer.id())
                .put("party", "SUPERVISORY_CENTER")
                .put("label", "督导3")
                .put("role", "LEAD");
        round.put("/panel", panel).then().statusCode(200);

        String party = "/parties/SUPERVISORY_CENTER";
        round.get(newcomer.token(), "/sheets/sc-2").then().statusCode(403);
        round.get(newcomer.token(), party + "/findings").then().statusCode(403);
        round.put(newcomer.token(), party + "/findings", TestRound.findings(Party.SUPERVISORY_CENTER))
                .then()
                .statusCode(403);
        round.put(newcomer.token(), party + "/submission", "{}").then().statusCode(403);

        round.pledge(newcomer.token(), "sc-3", "2024-06-20");
        round.get(newcomer.token(), "/sheets/sc-2").then().statusCode(200);
        round.put(newcomer.token(), party + "/findings", TestRound.findings(Party.SUPERVISORY_CENTER))
                .then()
                .statusCode(201);
    }

    @Test
    void everyMemberWritesOnItsPartysFindingsAndNobodyElseReadsThem() {
        TestRound round = TestRound.scoring("blind-findings");
        String findings = "/parties/PURCHASER/findings";
        round.put(token("pu-2"), findings, TestRound.findings(Party.PURCHASER))
                .then()
                .statusCode(201);
        round.get(token("pu-1"), findings).then().statusCode(200).body("version", equalTo(1));
        for (String other : List.of("tp-1", "sc-1", "sv-1")) {
            round.get(token(other), findings).then().statusCode(403);
            round.put(token(other), findings, TestRound.findings(Party.PURCHASER))
                    .then()
                    .statusCode(403);
        }
        round.get(findings).then().statusCode(403);
    }

    @Test
    void nothingOpensAndNothingIsDoneBeforeThePledge() {
        TestRound round = new TestRound("blind-before-pledge");
        Account lead = Tokens.account(Party.THIRD_PARTY.role(), TestRound.STATION);
        Account member = Tokens.account(Party.SUPERVISOR.role(), TestRound.STATION);
        ObjectNode panel = TestRound.panel();
        round.prepared(TestRound.opening());
        panel.withArray("members")
                .addObject()
                .put("evaluator", "tp-7")
                .put("account", lead.id())
                .put("party", "THIRD_PARTY")
                .put("label", "评委庚")
                .put("role", "LEAD");
        panel.withArray("members")
                .addObject()
                .put("evaluator", "sv-3")
                .put("account", member.id())
                .put("party", "SUPERVISOR")
                .put("label", "业务科室三")
                .put("role", "MEMBER");
        round.put("/panel", panel).then().statusCode(200);

        Map<String, String> handedIn = Map.of(
                "/satisfaction",
                "{\"answers\":[]}",
                "/preparation-notice",
                "{\"visitOn\":\"2024-06-20\",\"text\":\"请备齐台账\",\"materials\":[]}",
                "/visit-plan",
                "{\"visits\":[]}");
        handedIn.forEach((path, body) ->
                round.put(lead.token(), path, body).then().statusCode(403).body("detail", startsWith("尚未签署廉洁责任承诺书")));
        round.get(lead.token(), "/sheets/tp-2/history").then().statusCode(403);
        round.scored();
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);

        for (String path : DISCLOSED) {
            round.get(member.token(), path).then().statusCode(403);
        }
        round.get(member.token(), "/history").then().statusCode(403);
        round.get(token("sv-2"), "/result").then().statusCode(200);
    }

    @Test
    void figuresResultsAndFindingsStayClosedUntilTheFourthPartyHasSubmitted() {
        TestRound round = new TestRound("blind-figures").prepared(TestRound.opening());
        round.evidenceComputed(1, 1);
        everybodyIsRefused(round);
        round.freeze(1, 1).then().statusCode(201);
        TestRound.eligible().forEach(round::submitSheet);
        for (Party party : TestRound.leads().keySet()) {
            everybodyIsRefused(round);
            round.submitParty(party).then().statusCode(201);
        }

        for (String path : DISCLOSED.subList(0, DISCLOSED.size() - 1)) {
            round.get(path).then().statusCode(200);
            round.get(TestRound.operator(), path).then().statusCode(403);
            round.get(token("pu-1"), path).then().statusCode(403);
        }
    }

    @Test
    void whoIsRecusedFindsEveryDoorClosedAtOnce() {
        TestRound round = TestRound.scoring("blind-recused");
        round.submitSheet("sv-1");
        round.put(token("sv-1"), "/panel/sv-1/recusal", "{\"reason\":\"亲属受聘于承接机构\"}")
                .then()
                .statusCode(201);
        Walk walk = new Walk("blind-recused");
        round.get(token("sv-1"), "/sheets/sv-1").then().statusCode(200);

        round.put("/panel/sv-1/recusal/decision", "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}")
                .then()
                .statusCode(201);

        // What names no round answers as to somebody who never was on a panel.
        Map<String, Walk.Answer> elsewhere =
                walk.asked(walk.reading(), Tokens.of(Party.SUPERVISOR.role(), TestRound.STATION));
        assertThat(walk.asked(walk.reading(), token("sv-1"))).allSatisfy((ask, answer) -> {
            if (ask.contains("{evaluation}")) {
                assertThat(answer.status()).isIn(403, 404);
            } else {
                assertThat(answer).isEqualTo(elsewhere.get(ask));
            }
        });
    }

    @Test
    void progressIsTheBureausAndTellsNoScore() {
        TestRound round = TestRound.scoring("blind-progress");
        round.put(token("sc-1"), "/sheets/sc-1", TestRound.sheet("sc-1")).then().statusCode(201);
        String before = round.get("/progress").then().statusCode(200).extract().asString();
        ObjectNode other = TestRound.sheet("sc-1");
        other.get("scores").forEach(line -> ((ObjectNode) line).put("score", "NA"));
        round.put(token("sc-1"), "/sheets/sc-1", other).then().statusCode(200);

        Response progress = round.get("/progress");

        assertThat(progress.asString()).isEqualTo(before);
        assertThat(fields(progress.as(JsonNode.class)))
                .containsExactly(
                        "dueAt",
                        "evaluator",
                        "evaluators",
                        "label",
                        "operatorRecusal",
                        "overdue",
                        "parties",
                        "party",
                        "phase",
                        "pledgedOn",
                        "recusal",
                        "replacement",
                        "role",
                        "sheet",
                        "submittedAt");
        everybody().forEach((who, token) -> {
            if (!who.equals("bureau")) {
                round.get(token, "/progress").then().statusCode(403);
            }
        });
    }

    @Test
    void anAccountOfTheBureauThatEvaluatesIsAsBlindAsItsParty() {
        Account both = Tokens.account("bureau", "nansha");
        TestRound round = new TestRound("blind-both-roles").prepared(TestRound.opening());
        ObjectNode panel = TestRound.panel();
        ObjectNode observer = panel.withArray("members")
                .addObject()
                .put("evaluator", "sv-3")
                .put("account", both.id())
                .put("party", "SUPERVISOR")
                .put("label", "民政局观察员")
                .put("role", "MEMBER");
        round.put(both.token(), "/panel", panel).then().statusCode(200);
        round.evidenceComputed(1, 1);
        round.freeze(1, 1).then().statusCode(201);

        round.get(both.token(), "/progress").then().statusCode(403).body("type", endsWith(":involved"));
        round.put(both.token(), "/panel", panel).then().statusCode(200);
        observer.put("label", "观察员");
        round.put(both.token(), "/panel", panel).then().statusCode(403).body("type", endsWith(":involved"));
        round.put("/panel", panel).then().statusCode(200);
        round.get(both.token(), "/sheets/sv-3").then().statusCode(403);

        TestRound.eligible().forEach(round::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));
        round.get(both.token(), "/progress").then().statusCode(200);
    }

    @Test
    void aLongPollLastsUntilTheFourthPartyHasSubmitted() {
        TestRound round = TestRound.scoring("blind-poll");
        TestRound.eligible().forEach(round::submitSheet);
        Duration patience = Duration.ofSeconds(2);

        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            Instant begun = Instant.now();
            var inVain = CompletableFuture.supplyAsync(
                    () -> round.get(token("pu-1"), "?phase=FEEDBACK", "wait=" + patience.toSeconds()), waiting);
            List.of(Party.THIRD_PARTY, Party.SUPERVISORY_CENTER, Party.SUPERVISOR)
                    .forEach(party -> round.submitParty(party).then().statusCode(201));
            inVain.join().then().statusCode(200).body("phase", equalTo("SCORING"));
            assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(patience);

            var answered = CompletableFuture.supplyAsync(() -> round.get(token("pu-1"), "?phase=FEEDBACK"), waiting);
            round.submitParty(Party.PURCHASER).then().statusCode(201);
            answered.join().then().statusCode(200).body("phase", equalTo("FEEDBACK"));
        }
    }

    @Test
    void noQueryOpensHidesOrReordersAnything() {
        TestRound round = TestRound.scoring("blind-queries");
        round.submitSheet("sc-2");
        Walk walk = new Walk("blind-queries");
        List<String> guesses = List.of(
                "?expand=sheets,scores&include=all&fields=score",
                "?sort=-score&order=submittedAt&orderBy=version",
                "?party=SUPERVISORY_CENTER&evaluator=sc-2&filter=score%3E0&q=5",
                "?version=1&at=2024-07-01T00:00:00Z&limit=1&after=1&page=1");

        for (Walk.Ask ask : walk.reading()) {
            // Is paged, as WorkIT says.
            if (ask.template().equals(Walk.WORK)) continue;
            for (String who : List.of("pu-1", "sc-1")) {
                Walk.Answer plain = walk.ask(ask, token(who), "");
                for (String guess : guesses) {
                    assertThat(walk.ask(ask, token(who), guess))
                            .as("%s asks %s%s", who, ask, guess)
                            .isEqualTo(plain);
                }
            }
        }
    }

    @Test
    void aRefusedSubmissionNamesNobodyOfAnotherParty() {
        TestRound round = TestRound.scoring("blind-refusals");
        List.of("tp-1", "sc-1", "pu-1").forEach(round::submitSheet);

        for (Party party : TestRound.leads().keySet()) {
            String refusal =
                    round.submitParty(party).then().statusCode(409).extract().asString();

            assertThat(DagangRound.rows("panel.csv").stream()
                            .filter(row -> !row.get("party").equals(party.name()))
                            .map(row -> row.get("label")))
                    .as(refusal)
                    .noneMatch(refusal::contains);
        }
    }

    private static void submit(TestRound round, String evaluator) {
        round.put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}")
                .then()
                .statusCode(201)
                .body("submittedAt", notNullValue());
    }

    /** Asks for a sheet as everybody and holds that nobody but these get it. */
    private static void sheetsAreSeenBy(TestRound round, String author, Map<String, Integer> readers) {
        everybody().forEach((who, token) -> {
            Response answer = round.get(token, "/sheets/" + author);
            assertThat(answer.statusCode())
                    .as("%s reads the sheet of %s", who, author)
                    .isIn(readers.containsKey(who) ? List.of(200) : List.of(403, 404));
        });
    }

    private static void everybodyIsRefused(TestRound round) {
        everybody()
                .forEach((who, token) -> DISCLOSED.forEach(
                        path -> assertThat(round.get(token, path).statusCode())
                                .as("%s asks for %s", who, path)
                                .isIn(403, 404)));
    }

    private static Map<String, String> everybody() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String evaluator : List.of("tp-1", "tp-2", "tp-6", "sc-1", "sc-2", "pu-1", "pu-2", "sv-1")) {
            tokens.put(evaluator, token(evaluator));
        }
        tokens.put("bureau", Tokens.of("bureau", "nansha"));
        tokens.put("operator", TestRound.operator());
        tokens.put("off the panel", Tokens.of("supervisory-center", TestRound.STATION));
        tokens.put("another station's", Tokens.of("third-party", "nansha/lanhe"));
        tokens.put("platform", Tokens.of("platform", "nansha"));
        tokens.put("report", Tokens.service("report"));
        return tokens;
    }

    private static TreeSet<String> fields(JsonNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.properties().forEach(field -> {
            names.add(field.getKey());
            names.addAll(fields(field.getValue()));
        });
        node.elements().forEachRemaining(each -> names.addAll(fields(each)));
        return names;
    }
}
