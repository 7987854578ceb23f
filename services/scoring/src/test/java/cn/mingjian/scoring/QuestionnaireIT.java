package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.mingjian.platform.test.Audit;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.scoring.score.Party;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The satisfaction questionnaire from handing out codes to evidence. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class QuestionnaireIT {

    private static final String TWO_GROUPS = """
            {"title":"服务满意度","introduction":null,
             "groups":[{"group":"SERVICE_USER","codes":%d},{"group":"PARTNER","codes":1}]}""";

    private final String lead = TestRound.leads().get(Party.THIRD_PARTY);

    @Test
    void everyCodeAnswersOnceAndTheAnswersBecomeEvidence() throws Exception {
        TestRound round = new TestRound("dagang-surveyed").prepared(TestRound.opening());
        put(round, "", TWO_GROUPS.formatted(2)).then().statusCode(201).body("responseRate", equalTo("0.00"));
        put(round, "", TWO_GROUPS.formatted(3)).then().statusCode(200).body("issued", equalTo(4));
        put(round, "", TWO_GROUPS.formatted(3)).then().statusCode(200);
        put(round, "", TWO_GROUPS.formatted(2))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/groups/0/codes"));
        List<String> codes = printed(round, 1, 201);
        assertThat(codes).hasSize(4).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9A-F-]{39}"));
        round.get("/questionnaire/codes").then().statusCode(403);
        round.get(token("sc-1"), "/questionnaire/codes").then().statusCode(403);
        round.put(token("sc-1"), "/questionnaire/prints/1", "{}").then().statusCode(403);

        open(codes.get(0))
                .then()
                .statusCode(200)
                .body("title", equalTo("服务满意度"))
                .body("open", equalTo(true));
        open("2".repeat(32)).then().statusCode(404);
        open("22").then().statusCode(404);
        open(codes.get(0).toLowerCase(Locale.ROOT).replace("-", " ")).then().statusCode(200);
        answer(codes.get(0), "6").then().statusCode(422);
        answer(codes.get(0), "5").then().statusCode(201).body("answered", equalTo(true));
        answer(codes.get(0), "5").then().statusCode(200);
        answer(codes.get(0), "1").then().statusCode(409).body("type", endsWith(":questionnaire-answered"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> once = () -> answer(codes.get(1), "4").statusCode();
            List<Integer> statuses = executor.invokeAll(Collections.nCopies(20, once)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).hasSize(20);
        }
        put(round, "/phone-answers/SERVICE_USER/2", "{\"score\":3}")
                .then()
                .statusCode(201)
                .body("channel", equalTo("PHONE"));
        answer(codes.get(2), "3").then().statusCode(409);
        put(round, "/phone-answers/PARTNER/1", "{\"score\":5}").then().statusCode(409);
        put(round, "/phone-answers/PARTNER/2", "{\"score\":5}").then().statusCode(404);
        round.get("/questionnaire")
                .then()
                .body("issued", equalTo(4))
                .body("answered", equalTo(3))
                .body("responseRate", equalTo("75.00"))
                .body("groups.answered.sum()", equalTo(3));

        round.put(token(lead), "/satisfaction", """
                {"answers":[{"group":"PARTNER","channel":"PAPER","score":2}]}""").then().statusCode(201);
        put(round, "/closing", "{}").then().statusCode(201).body("state", equalTo("CLOSED"));
        put(round, "/closing", "{}").then().statusCode(200);
        round.put(token(lead), "/satisfaction", "{\"answers\":[]}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":answers-joined"));
        answer(codes.get(3), "5").then().statusCode(409).body("type", endsWith(":questionnaire-closed"));
        answer(codes.get(0), "5").then().statusCode(200);
        round.get("/satisfaction")
                .then()
                .body("answers", hasSize(4))
                .body("answers.score.sort()", contains(2, 3, 4, 5));
        round.get("/history").then().body("entries.sentence", hasItem("截止满意度问卷：服务满意度"));
    }

    @Test
    void aPrintIsMadeAgainForThoseWhoHaveNotAnswered() {
        TestRound round = new TestRound("dagang-printed-again").prepared(TestRound.opening());
        put(round, "", TWO_GROUPS.formatted(1)).then().statusCode(201);
        put(round, "/prints/2", "{}").then().statusCode(409);
        List<String> lost = printed(round, 1, 201);
        answer(lost.get(0), "5").then().statusCode(201);
        List<String> again = printed(round, 1, 200);
        assertThat(again).hasSize(1).doesNotContainAnyElementsOf(lost);
        open(lost.get(1)).then().statusCode(404);
        answer(lost.get(1), "5").then().statusCode(404);
        answer(lost.get(0), "5").then().statusCode(200);
        open(again.get(0)).then().statusCode(200);

        put(round, "/prints/2", "{}").then().statusCode(409).body("type", endsWith(":nothing-to-print"));
        put(round, "", TWO_GROUPS.formatted(3)).then().statusCode(200);
        assertThat(printed(round, 2, 201)).hasSize(2);
        round.get(token(lead), "/questionnaire/codes")
                .then()
                .body("codes.print", contains(1, 1, 2, 2))
                .body("codes.group", contains("PARTNER", "SERVICE_USER", "SERVICE_USER", "SERVICE_USER"));
    }

    @Test
    void noCodeIsKeptInClear() throws Exception {
        TestRound round = new TestRound("dagang-codes-hashed").prepared(TestRound.opening());
        put(round, "", TWO_GROUPS.formatted(1)).then().statusCode(201);
        String code = printed(round, 1, 201).get(0);
        answer(code, "5").then().statusCode(201);

        assertThat(rowsWith("questionnaire_code", code)).isZero();
        assertThat(rowsWith("audit_entry", code)).isZero();
        assertThat(rowsWith("outbox", code)).isZero();
    }

    private static int rowsWith(String table, String text) throws SQLException {
        try (var connection = Audit.superuser();
                var query = connection.prepareStatement(
                        "select count(*) from " + table + " t where position(? in t::text) > 0")) {
            query.setString(1, text);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void freezingClosesAnOpenQuestionnaireAndCountsWhatWasAnswered() {
        TestRound round = new TestRound("dagang-surveyed-late").prepared(TestRound.opening());
        put(round, "", TWO_GROUPS.formatted(2)).then().statusCode(201);
        List<String> codes = printed(round, 1, 201);
        round.put(token(lead), "/satisfaction", """
                {"answers":[{"group":"PARTNER","channel":"PAPER","score":2}]}""").then().statusCode(201);
        answer(codes.get(0), "5").then().statusCode(201);

        round.frozen();

        round.get("/satisfaction")
                .then()
                .statusCode(200)
                .body("answers.channel", contains("PAPER", "ONLINE"))
                .body("answers.score", contains(2, 5));
        round.get("/questionnaire").then().body("state", equalTo("CLOSED")).body("answered", equalTo(1));
        round.get("/history").then().body("entries.find { it.sentence == '数据冻结，满意度问卷随之截止：服务满意度' }.who", equalTo("平台"));
        open(codes.get(1)).then().body("open", equalTo(false));
        answer(codes.get(1), "5").then().statusCode(409);
        put(round, "/closing", "{}").then().statusCode(200);
        put(round, "/prints/1", "{}").then().statusCode(409);
    }

    @Test
    void aQuestionnaireThatNobodyAnsweredLeavesNoSatisfaction() {
        TestRound round = new TestRound("dagang-unanswered").prepared(TestRound.opening());
        put(round, "", TWO_GROUPS.formatted(1)).then().statusCode(201);

        round.frozen();

        round.get("/questionnaire").then().body("state", equalTo("CLOSED"));
        round.get("/satisfaction").then().statusCode(404);
    }

    private Response put(TestRound round, String path, String body) {
        return round.put(token(lead), "/questionnaire" + path, body);
    }

    private List<String> printed(TestRound round, int print, int status) {
        return put(round, "/prints/" + print, "{}")
                .then()
                .statusCode(status)
                .extract()
                .path("codes.code");
    }

    private static Response open(String code) {
        return given().contentType(ContentType.JSON)
                .body("{\"code\":\"" + code + "\"}")
                .post("/v1/questionnaires/opening");
    }

    private static Response answer(String code, String score) {
        return given().contentType(ContentType.JSON)
                .body("{\"code\":\"" + code + "\",\"score\":" + score + "}")
                .put("/v1/questionnaires/answer");
    }
}
