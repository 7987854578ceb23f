package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everybody's own list of what lies before them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WorkIT {

    @Test
    void eachFindsItsOwnSeatAndWhatIsDueThere() {
        TestRound round = TestRound.scoring("dagang-work");
        Instant due = Instant.now().plus(Duration.ofDays(2));
        round.put("/parties/PURCHASER/deadline", "{\"dueAt\":\"" + due + "\"}")
                .then()
                .statusCode(201);
        String mine = "evaluations.find { it.evaluation == 'dagang-work' }.";

        list(token("pu-1"), "")
                .body(mine + "seat.sheet", equalTo("NONE"))
                .body(mine + "seat.scored", equalTo(0))
                .body(mine + "seat.items", equalTo(5))
                .body(mine + "seat.findings", equalTo(false))
                .body(mine + "seat.lead", equalTo(true))
                .body(mine + "seat.pledged", equalTo(true))
                .body(mine + "seat.dueAt", equalTo(due.toString()))
                .body(mine + "seat.overdue", equalTo(false))
                .body(mine + "phase", equalTo("SCORING"));
        list(token("tp-1"), "").body(mine + "seat.dueAt", nullValue());
        ObjectNode begun = TestRound.sheet("pu-1");
        begun.withArray("scores").remove(0);
        round.put(token("pu-1"), "/sheets/pu-1", begun).then().statusCode(201);
        list(token("pu-1"), "").body(mine + "seat.sheet", equalTo("DRAFT")).body(mine + "seat.scored", equalTo(4));
        round.put(token("pu-1"), "/sheets/pu-1", TestRound.sheet("pu-1")).then().statusCode(200);
        round.put(token("pu-1"), "/parties/PURCHASER/findings", TestRound.findings(Party.PURCHASER))
                .then()
                .statusCode(201);
        list(token("pu-1"), "").body(mine + "seat.scored", equalTo(5)).body(mine + "seat.findings", equalTo(true));
        list(token("pu-2"), "").body(mine + "seat.findings", nullValue());
        round.put(token("pu-1"), "/sheets/pu-1/submission", "{}").then().statusCode(201);
        list(token("pu-1"), "").body(mine + "seat.sheet", equalTo("SUBMITTED"));
        // What others did shows in nobody's list.
        list(token("pu-2"), "").body(mine + "seat.sheet", equalTo("NONE"));
        list(TestRound.operator(), "").body(mine + "seat", nullValue()).body(mine + "title", notNullValue());
    }

    @Test
    void whoIsRecusedOrElsewhereFindsNothing() {
        TestRound round = TestRound.scoring("dagang-work-recused");
        round.put(token("pu-2"), "/panel/pu-2/recusal", "{\"reason\":\"亲属在该站任职\"}")
                .then()
                .statusCode(201);
        String undecided = "evaluations.find { it.evaluation == 'dagang-work-recused' }.undecided";
        String bureau = Tokens.account("bureau", "nansha").token();
        list(bureau, "?limit=200").body(undecided, contains("RECUSAL"));
        list(token("pu-1"), "").body(undecided, empty());
        list(TestRound.operator(), "?limit=200").body(undecided, empty());
        round.put("/panel/pu-2/recusal/decision", "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}")
                .then()
                .statusCode(201);

        list(bureau, "?limit=200").body(undecided, empty());
        list(token("pu-2"), "").body("evaluations.evaluation", not(hasItem("dagang-work-recused")));
        list(Tokens.account("purchaser", "zengcheng/xintang").token(), "").body("evaluations", hasSize(0));
        list(Tokens.account("bureau", "zengcheng").token(), "").body("evaluations", hasSize(0));
    }

    @Test
    void theBureauIsToldWhenItsTurnHasCome() {
        String bureau = Tokens.account("bureau", "nansha").token();
        TestRound bare = new TestRound("dagang-work-bare");
        TestRound.publishStationAndAgreement();
        bare.put("", TestRound.opening()).then().statusCode(201);
        list(bureau, "?limit=200")
                .body(
                        "evaluations.find { it.evaluation == 'dagang-work-bare' }.undecided",
                        contains("PANEL", "RUBRIC"));

        TestRound round = new TestRound("dagang-work-turn").prepared(TestRound.opening());
        String undecided = "evaluations.find { it.evaluation == 'dagang-work-turn' }.undecided";
        list(bureau, "?limit=200").body(undecided, empty());
        round.evidenceComputed(1, 1);
        list(bureau, "?limit=200").body(undecided, contains("FREEZE"));
        round.involved();
        list(bureau, "?limit=200").body(undecided, empty());
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        new TestRound("dagang-work-a").prepared(TestRound.opening());
        new TestRound("dagang-work-b").prepared(TestRound.opening());
        String bureau = Tokens.account("bureau", "nansha").token();
        List<String> whole = list(bureau, "?limit=200").extract().path("evaluations.evaluation");
        assertThat(whole).contains("dagang-work-a", "dagang-work-b").doesNotHaveDuplicates();

        List<String> read = new ArrayList<>();
        String next = "";
        do {
            ValidatableResponse page = list(bureau, "?limit=1" + next);
            read.addAll(page.extract().<List<String>>path("evaluations.evaluation"));
            next = page.extract().path("next") == null
                    ? ""
                    : "&after=" + page.extract().path("next");
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(whole);
        given().auth()
                .oauth2(bureau)
                .get("/v1/evaluations?limit=0&phase=LATER&waiting=yes")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("phase", "waiting", "limit"));
    }

    @Test
    void whatIsUnderWayComesBeforeWhatHasEnded() {
        new TestRound("dagang-work-older").prepared(TestRound.opening());
        TestRound newer = new TestRound("dagang-work-newer").prepared(TestRound.opening());
        newer.put("/cancellation", "{\"reason\":\"站点合并\"}").then().statusCode(201);

        List<String> phases = list(Tokens.account("bureau", "nansha").token(), "?limit=200")
                .body("evaluations.evaluation", hasItem("dagang-work-older"))
                .body("evaluations.evaluation", hasItem("dagang-work-newer"))
                .extract()
                .path("evaluations.phase");

        List<Boolean> ended = phases.stream()
                .map(phase -> phase.equals("CLOSED") || phase.equals("CANCELLED"))
                .toList();
        assertThat(ended).isSorted();
    }

    @Test
    void whatWaitsForSomebodyIsListedWithoutTheRest() {
        TestRound round = TestRound.scoring("dagang-work-waiting");
        String bureau = Tokens.of("bureau", "nansha");
        waitsFor("sv-1", "sv-2");
        round.submitSheet("sv-1");
        round.submitSheet("sv-2");
        waitsFor("sv-1");
        TestRound.eligible().stream()
                .filter(evaluator -> !evaluator.startsWith("sv-"))
                .forEach(round::submitSheet);
        TestRound.leads().forEach((party, lead) -> round.put(
                        token(lead), "/parties/" + party + "/findings", TestRound.findings(party))
                .then()
                .statusCode(201));
        TestRound.leads()
                .keySet()
                .forEach(party -> round.submitParty(party).then().statusCode(201));
        waitsFor("sv-1", "sv-2");
        assertThat(waiting(bureau)).contains("dagang-work-waiting");
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        waitsFor();
        assertThat(waiting(bureau)).doesNotContain("dagang-work-waiting");
        assertThat(waiting(TestRound.operator())).contains("dagang-work-waiting");

        round.put(TestRound.operator(), "/appeals/1", "{\"reason\":\"年度指标曾经变更\"}")
                .then()
                .statusCode(201);
        assertThat(waiting(bureau)).contains("dagang-work-waiting");
        round.put("/appeals/1/decision", "{\"decision\":\"REFUSED\",\"reason\":\"指标未变\"}")
                .then()
                .statusCode(201);
        assertThat(waiting(bureau)).doesNotContain("dagang-work-waiting");
        anUpheldAppealWaitsForItsReevaluation(round, bureau);
    }

    private static void anUpheldAppealWaitsForItsReevaluation(TestRound round, String bureau) {
        String upheld = "{\"decision\":\"UPHELD\",\"reason\":\"指标曾经变更\"%s}";
        round.put(TestRound.operator(), "/appeals/2", "{\"reason\":\"名册有误\"}")
                .then()
                .statusCode(201);
        round.put("/appeals/2/decision", upheld.formatted("")).then().statusCode(201);
        list(bureau, "?waiting=true&limit=200")
                .body(
                        "evaluations.find { it.evaluation == 'dagang-work-waiting' }.undecided",
                        contains("REEVALUATION"));
        new TestRound("dagang-work-anew").put("", TestRound.opening()).then().statusCode(201);
        assertThat(waiting(TestRound.operator())).contains("dagang-work-anew");

        round.put("/appeals/2/decision", upheld.formatted(",\"reevaluation\":\"dagang-work-anew\""))
                .then()
                .statusCode(201);

        assertThat(waiting(bureau)).doesNotContain("dagang-work-waiting");
    }

    /** Of the supervisor's two, for these alone. */
    private static void waitsFor(String... evaluators) {
        assertThat(Stream.of("sv-1", "sv-2").filter(each -> waiting(token(each)).contains("dagang-work-waiting")))
                .containsExactly(evaluators);
    }

    private static List<String> waiting(String token) {
        return list(token, "?waiting=true&limit=200").extract().path("evaluations.evaluation");
    }

    private static ValidatableResponse list(String token, String query) {
        return given().auth()
                .oauth2(token)
                .get("/v1/evaluations" + query)
                .then()
                .statusCode(200);
    }
}
