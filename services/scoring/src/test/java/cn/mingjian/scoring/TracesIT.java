package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.Said.Message;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a round leaves behind besides its answers — events, log, metrics — and that none of it is a score or a finding. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesIT {

    private static final String ROUND = "blind-traces";
    private static final String SCORE = "0.2347";
    private static final String COMMENT = "秘评";
    private static final String FINDING = "秘见";

    @TestHTTPResource(value = "metrics", management = true)
    URL metrics;

    private Said said;
    private List<Message> beforeTheFourth;
    private List<Message> atTheEnd;

    /** Once for all: before each test is when Quarkus has told REST-assured where the service is. */
    @BeforeEach
    void aRoundIsScoredAndClosed() {
        if (said == null) {
            said = new Said();
            scoreAndClose();
        }
    }

    private void scoreAndClose() {
        TestRound round = new TestRound(ROUND);
        TestRound.publishStationAndAgreement();
        ObjectNode opening = TestRound.opening();
        opening.withObject("/policy").put("publish", "TOTAL");
        round.put("", opening).then().statusCode(201);
        round.put("/rubric", ((ObjectNode) DagangRound.json("rubric.json")).put("step", "0.0001"))
                .then()
                .statusCode(201);
        round.put("/panel", TestRound.panel()).then().statusCode(201);
        TestRound.eligible().forEach(evaluator -> round.pledge(evaluator, "2024-06-20"));
        round.evidenceComputed(1, 1);
        round.freeze(1, 1).then().statusCode(201);
        TestRound.leads().forEach((party, lead) -> round.put(
                        token(lead), "/parties/" + party + "/findings", secretFindings(party))
                .then()
                .statusCode(201));
        TestRound.eligible().forEach(evaluator -> {
            round.put(token(evaluator), "/sheets/" + evaluator, secretSheet(evaluator))
                    .then()
                    .statusCode(201);
            mistakes(round, evaluator);
            round.put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}")
                    .then()
                    .statusCode(201);
        });
        List<Party> three = List.of(Party.THIRD_PARTY, Party.PURCHASER, Party.SUPERVISOR);
        three.forEach(party -> round.submitParty(party).then().statusCode(201));
        three.forEach(TracesIT::awaitSubmission);
        beforeTheFourth = messages();
        round.submitParty(Party.SUPERVISORY_CENTER).then().statusCode(201);
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        TestRound.event("scoring.evaluation", "ResultFinalised", ROUND);
        TestRound.event("scoring.result", "ResultDetermined", ROUND);
        atTheEnd = messages();
    }

    @AfterAll
    void stopsListening() {
        said.close();
    }

    @Test
    void noEventTellsAScoreAFindingOrAName() {
        assertThat(atTheEnd).hasSizeGreaterThan(beforeTheFourth.size());
        assertThat(atTheEnd).allSatisfy(message -> assertThat(secrets()).noneMatch(message.text()::contains));
    }

    @Test
    void beforeTheFourthPartyNoEventTellsMoreThanThatAPartyHasSubmitted() {
        List<Message> submissions = beforeTheFourth.stream()
                .filter(message -> message.text().contains("PartySubmitted"))
                .toList();

        assertThat(submissions).hasSize(3).allSatisfy(message -> assertThat(message.text())
                .matches("(?s).*\\{\"evaluation\":\"blind-traces\",\"party\":\"[A-Z_]+\"}"));
        assertThat(beforeTheFourth).extracting(Message::topic).doesNotContain("scoring.result");
        assertThat(beforeTheFourth).noneMatch(message -> message.text().contains("ResultFinalised"));
    }

    @Test
    void theResultIsToldAsFarAsThePolicyPublishesIt() {
        JsonNode finalised = TestRound.event("scoring.evaluation", "ResultFinalised", ROUND);
        String total = finalised.get("total").asText();

        assertThat(total).matches("\\d+\\.\\d\\d");
        assertThat(finalised.get("parties").isNull()).isTrue();
        assertThat(atTheEnd)
                .filteredOn(message -> message.text().contains(total))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("ResultFinalised"));
        assertThat(atTheEnd)
                .filteredOn(message -> message.topic().equals("scoring.result"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).doesNotContain("total", "grade", "raw", "weighted"));
    }

    @Test
    void noLineOfTheLogHoldsAScoreACommentAFindingOrAName() {
        Logger.getLogger("cn.mingjian.scoring").finest("is written down");

        assertThat(said.log()).anyMatch(line -> line.contains("is written down"));
        assertThat(said.log()).allSatisfy(line -> assertThat(secrets()).noneMatch(line::contains));
    }

    @Test
    void noMetricNamesARoundAPartyOrAnEvaluator() {
        String shown = given().get(metrics).then().statusCode(200).extract().asString();

        assertThat(shown).contains("http_server_requests");
        assertThat(Stream.concat(
                        Stream.of(ROUND, "tp-1", "sc-1"),
                        Stream.of(Party.values()).map(Party::name)))
                .noneMatch(shown::contains);
        assertThat(secrets()).noneMatch(shown::contains);
    }

    /** What goes wrong with a sheet or a finding is refused, and none of it is written down. */
    private static void mistakes(TestRound round, String evaluator) {
        String sheet = secretSheet(evaluator).toString();
        String path = "/sheets/" + evaluator;
        for (String wrong : List.of(
                sheet.replace(COMMENT, COMMENT + "\\u0000"),
                sheet.replace("\"" + SCORE + "\"", "{\"" + SCORE + "\":\"" + COMMENT + "\"}"),
                sheet.replace("\"" + SCORE + "\"", "\"9" + SCORE + "\""),
                sheet.substring(0, sheet.length() - 1))) {
            round.put(token(evaluator), path, wrong).then().statusCode(greaterThan(399));
        }
        Party party = TestRound.party(evaluator);
        String findings = secretFindings(party).toString().replace(FINDING, FINDING + "\\u0000");
        round.put(token(TestRound.leads().get(party)), "/parties/" + party + "/findings", findings)
                .then()
                .statusCode(greaterThan(399));
        round.get(token(evaluator), path).then().statusCode(lessThan(300));
    }

    private static ObjectNode secretSheet(String evaluator) {
        ObjectNode sheet = TestRound.sheet(evaluator);
        sheet.get("scores")
                .forEach(line -> ((ObjectNode) line).put("score", SCORE).put("comment", COMMENT));
        return sheet;
    }

    private static ObjectNode secretFindings(Party party) {
        ObjectNode findings = TestRound.findings(party);
        findings.get("findings")
                .forEach(finding -> ((ObjectNode) finding).put("title", FINDING).put("text", FINDING));
        return findings;
    }

    private static List<String> secrets() {
        return Stream.concat(
                        Stream.of(SCORE, COMMENT, FINDING),
                        DagangRound.rows("panel.csv").stream().map(row -> row.get("label")))
                .toList();
    }

    private static List<Message> messages() {
        return Said.messages().stream()
                .filter(message -> ROUND.equals(message.key()))
                .toList();
    }

    private static void awaitSubmission(Party party) {
        Topics.await(
                "scoring.evaluation",
                "PartySubmitted",
                payload -> payload.path("evaluation").asText().equals(ROUND)
                        && payload.path("party").asText().equals(party.name()));
    }
}
