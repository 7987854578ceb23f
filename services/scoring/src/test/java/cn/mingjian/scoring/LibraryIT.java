package cn.mingjian.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.scoring.score.DagangRound;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A district's rubrics from draft to an evaluation that scores by one. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LibraryIT {

    private static final String LIBRARY = "/v1/districts/nansha/rubrics/station/versions/";
    private static final String YAML = "application/yaml";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void aVersionIsADraftUntilItIsPublishedAndNeverChangesAfter() {
        put("2024", "application/json", rubric("2024").toString())
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"));
        put("2024", "application/json", rubric("2025").toString())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/version"));
        ObjectNode wrong = rubric("2024");
        wrong.put("step", "0");
        put("2024", "application/json", wrong.toString()).then().statusCode(422);
        TestRound round = new TestRound("dagang-chosen");
        TestRound.publishStationAndAgreement();
        round.put("", TestRound.opening()).then().statusCode(201);
        round.put("/rubric-choice", choice("2024"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":rubric-not-published"));

        as(Tokens.of("bureau", "nansha"))
                .put(LIBRARY + "2024/publication")
                .then()
                .statusCode(201);

        as(Tokens.of("bureau", "nansha"))
                .put(LIBRARY + "2024/publication")
                .then()
                .statusCode(200);
        put("2024", "application/json", rubric("2024").toString())
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        put("2024", "application/json", rubric("2024").put("step", "1").toString())
                .then()
                .statusCode(409)
                .body("type", endsWith(":rubric-published"));
        round.put("/rubric-choice", choice("2024")).then().statusCode(201).body("revision", equalTo(1));
        round.put("/rubric-choice", choice("2024")).then().statusCode(200);
        round.get("/rubric").then().body("code", equalTo("station")).body("version", equalTo("2024"));
        round.put("/rubric-choice", choice("1999")).then().statusCode(404);
        round.put("/rubric", rubric("2024").put("step", "1"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":rubric-differs"));
        round.put("/rubric", rubric("2024")).then().statusCode(200);
        RowSecurity.assertHolds(TestRound.STATION);
    }

    @Test
    void isNotPublishedUnderTheNameOfAnotherThatARoundStandsOn() {
        TestRound.publishStationAndAgreement();
        TestRound round = new TestRound("dagang-on-its-own-rubric");
        round.put("", TestRound.opening()).then().statusCode(201);
        round.put("/rubric", rubric("own").put("step", "1")).then().statusCode(201);
        put("own", "application/json", rubric("own").toString()).then().statusCode(201);

        as(Tokens.of("bureau", "nansha"))
                .put(LIBRARY + "own/publication")
                .then()
                .statusCode(409)
                .body("type", endsWith(":rubric-differs"))
                .body("detail", containsString("dagang-on-its-own-rubric"));

        round.put("/rubric", rubric("own")).then().statusCode(200);
        as(Tokens.of("bureau", "nansha"))
                .put(LIBRARY + "own/publication")
                .then()
                .statusCode(201);
    }

    @Test
    void aPublicationAndARoundsChoiceAtOneMomentDoNotGiveOneNameToTwoThings() throws Exception {
        TestRound.publishStationAndAgreement();
        TestRound round = new TestRound("dagang-at-one-moment");
        round.put("", TestRound.opening()).then().statusCode(201);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int turn = 0; turn < 20; turn++) {
                String version = "moment-" + turn;
                put(version, "application/json", rubric(version).toString())
                        .then()
                        .statusCode(201);
                List<Callable<Response>> both = List.of(
                        () -> as(Tokens.of("bureau", "nansha")).put(LIBRARY + version + "/publication"),
                        () -> round.put("/rubric", rubric(version).put("step", "1")));

                assertThat(executor.invokeAll(both))
                        .extracting(answer -> answer.get().statusCode())
                        .as(version)
                        .containsOnlyOnce(409);
            }
        }
    }

    @Test
    void comesInAndGoesOutAsFilesAndIsComparedSideBySide() {
        put("a", "application/json", rubric("a").toString()).then().statusCode(201);
        byte[] yaml = get("a/rubric.yaml")
                .then()
                .statusCode(200)
                .contentType(YAML)
                .extract()
                .asByteArray();
        byte[] workbook = get("a/rubric.xlsx")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        assertThat(new String(yaml, StandardCharsets.UTF_8)).startsWith("code: ");

        as(Tokens.of("bureau", "nansha"))
                .contentType(XLSX)
                .body(workbook)
                .put(LIBRARY + "a/rubric.xlsx")
                .then()
                .statusCode(200);
        as(Tokens.of("bureau", "nansha"))
                .contentType(YAML)
                .body(yaml)
                .put(LIBRARY + "a/rubric.yaml")
                .then()
                .statusCode(200);
        as(Tokens.of("bureau", "nansha"))
                .contentType(YAML)
                .body("code: [".getBytes(StandardCharsets.UTF_8))
                .put(LIBRARY + "a/rubric.yaml")
                .then()
                .statusCode(422)
                .body("type", endsWith(":file-unreadable"));

        ObjectNode next = rubric("b");
        ((ObjectNode) next.at("/parties/PURCHASER/0/items/0")).put("max", "21").put("commentBelow", "12");
        put("b", "application/json", next.put("step", "0.25").toString()).then().statusCode(201);
        get("b/comparison/a")
                .then()
                .statusCode(200)
                .body("leftStep", equalTo("0.5"))
                .body("rightStep", equalTo("0.25"))
                .body("lines.findAll { !it.changed.isEmpty() }.right.code", contains("PU1.1"))
                .body("lines.find { it.right.code == 'PU1.1' }.changed", contains("MAX", "COMMENT_BELOW"))
                .body("lines.find { it.right.code == 'PU1.1' }.left.max", equalTo("20"));
        as(Tokens.of("bureau", "nansha"))
                .get("/v1/districts/nansha/rubrics")
                .then()
                .body("rubrics.version", hasItems("a", "b"));
    }

    @Test
    void isTheBureausAlone() {
        put("mine", "application/json", rubric("mine").toString()).then().statusCode(201);

        for (String stranger :
                new String[] {Tokens.of("bureau", "panyu"), TestRound.operator(), TestRound.token("tp-1")}) {
            as(stranger).get(LIBRARY + "mine").then().statusCode(403);
            as(stranger).get("/v1/districts/nansha/rubrics").then().statusCode(403);
            as(stranger)
                    .contentType("application/json")
                    .body("{}")
                    .put(LIBRARY + "mine")
                    .then()
                    .statusCode(403);
        }
        as(Tokens.of("bureau", "panyu"))
                .get("/v1/districts/panyu/rubrics/station/versions/mine")
                .then()
                .statusCode(404);
    }

    private static ObjectNode rubric(String version) {
        ObjectNode rubric = DagangRound.json("rubric.json").deepCopy();
        return rubric.put("code", "station").put("version", version);
    }

    private static String choice(String version) {
        return "{\"rubric\":\"station\",\"version\":\"" + version + "\"}";
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static Response put(String version, String type, String body) {
        return as(Tokens.of("bureau", "nansha")).contentType(type).body(body).put(LIBRARY + version);
    }

    private static Response get(String path) {
        return as(Tokens.of("bureau", "nansha")).get(LIBRARY + path);
    }
}
