package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sheets and parties that are written and submitted more than once at a time. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SheetIT {

    @Test
    void twoWindowsOfOneAuthorDoNotWriteOverEachOtherUnseen() {
        TestRound round = TestRound.scoring("dagang-windows");
        Response first = round.put(token("sc-1"), "/sheets/sc-1", TestRound.sheet("sc-1"));
        String seen = first.then().statusCode(201).extract().header("ETag");
        ObjectNode changed = TestRound.sheet("sc-1");
        changed.withArray("scores").remove(0);

        write(changed, seen).then().statusCode(200).header("ETag", not(equalTo(seen)));

        write(TestRound.sheet("sc-1"), seen).then().statusCode(412).body("type", endsWith(":sheet-changed"));
        round.get(token("sc-1"), "/sheets/sc-1")
                .then()
                .body("scores", hasSize(changed.get("scores").size()));
    }

    @Test
    void aSheetIsBegunInOneWindowAndSubmittedAsItsAuthorSawIt() {
        TestRound round = TestRound.scoring("dagang-begun-twice");
        ObjectNode other = TestRound.sheet("sc-1");
        other.withArray("scores").remove(0);
        String sheet = "/v1/evaluations/dagang-begun-twice/sheets/sc-1";
        String seen = asAuthor("If-None-Match", "*", TestRound.sheet("sc-1"))
                .put(sheet)
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");

        asAuthor("If-None-Match", "*", other)
                .put(sheet)
                .then()
                .statusCode(412)
                .body("type", endsWith(":sheet-changed"))
                .body("detail", equalTo("评分表已在别的窗口开始填写，请先载入那里的内容再改"));
        asAuthor("Accept", "application/json", other).put(sheet).then().statusCode(412);
        asAuthor("If-None-Match", "*", TestRound.sheet("sc-1"))
                .put(sheet)
                .then()
                .statusCode(200);
        asAuthor("If-None-Match", seen, other).put(sheet).then().statusCode(400);
        asAuthor("If-Match", seen, other).put(sheet).then().statusCode(200);
        asAuthor("If-Match", "\"2\"", TestRound.sheet("sc-1")).put(sheet).then().statusCode(200);

        asAuthor("If-Match", seen, "{}").put(sheet + "/submission").then().statusCode(412);
        round.get(token("sc-1"), "/sheets/sc-1").then().body("state", equalTo("DRAFT"));
        asAuthor("If-Match", "\"3\"", "{}").put(sheet + "/submission").then().statusCode(201);
        asAuthor("If-Match", seen, "{}").put(sheet + "/submission").then().statusCode(200);
    }

    private static RequestSpecification asAuthor(String header, String value, Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(token("sc-1"))
                .contentType(ContentType.JSON)
                .header(header, value)
                .body(body.toString());
    }

    @Test
    void aHundredSubmissionsAtOnceAreOne() throws Exception {
        TestRound round = TestRound.scoring("dagang-hundred");
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

    private static Response write(ObjectNode sheet, String seen) {
        return asAuthor("If-Match", seen, sheet).put("/v1/evaluations/dagang-windows/sheets/sc-1");
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
