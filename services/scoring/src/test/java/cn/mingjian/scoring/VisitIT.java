package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Preparation and fieldwork of a round, and who sees what of it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VisitIT {

    private static final String NOTICE = """
            {"visitOn":"2024-06-27","text":"请备齐材料","materials":[{"title":"财务凭证","dueOn":"%s"}]}""";
    private static final String PLAN = """
            {"visits":[{"on":"2024-06-27","from":"09:30","to":"%s","place":"第一片区","purpose":"查档","evaluators":["%s"]}]}""";
    private static final String SITE = """
            {"on":"2024-06-27","lines":[{"subject":"SAFETY","title":"灭火器","outcome":"%s"%s}]}""";
    private static final String SAMPLE = """
            {"title":"个案档案","population":["C1","C2","C3","C4"],"size":%d%s}""";

    private static final String INTERVIEW =
            "{\"on\":\"2024-06-27\",\"channel\":\"PHONE\",\"group\":\"SERVICE_USER\",\"summary\":\"每月到访\"}";

    private final TestRound round = new TestRound("dagang-visited");

    @Test
    void theThirdPartyComesAndSeesAndKeepsItToItselfUntilAllHaveSubmitted() {
        round.prepared(TestRound.opening());
        isPrepared();
        looksAtTheSite();
        drawsFiles();
        talksToPeople();
        anotherPartyLooksForItself();
        isSeenByOthersWhenAllHaveSubmitted();
        RowSecurity.assertHolds(TestRound.STATION);
    }

    @Test
    void aScoreRestsOnWhatItsAuthorMaySee() {
        TestRound cited = new TestRound("dagang-cited");
        cited.prepared(TestRound.opening());
        cited.put(TestRound.operator(), "/self-assessment", "{\"summary\":\"总体良好\",\"parts\":[]}")
                .then()
                .statusCode(201);
        cited.put(token("tp-2"), "/site-checks/lingshan", SITE.formatted("MET", ""))
                .then()
                .statusCode(201);
        cited.put(token("tp-2"), "/samples/cases", SAMPLE.formatted(2, ""))
                .then()
                .statusCode(201);
        cited.put(token("tp-2"), "/samples/cases/files/1", "{\"outcome\":\"COMPLETE\"}")
                .then()
                .statusCode(201);
        cited.put(token("tp-2"), "/interviews/1", INTERVIEW).then().statusCode(201);
        cited.put(token("tp-1"), "/preparation-notice", NOTICE.formatted("2024-06-20"))
                .then()
                .statusCode(201);
        cited.frozen();
        String[] onSite = {"site-check:lingshan", "sample:cases", "file-check:cases/1", "interview:1"};
        String[] prepared = {"self-assessment", "preparation-notice"};

        cite(cited, "tp-2", onSite).then().statusCode(201);
        cite(cited, "tp-2", prepared).then().statusCode(200);
        cite(cited, "tp-2", "site-check:elsewhere", "file-check:cases/2", "satisfaction", "visit-plan")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/scores/0/evidence/0",
                                "/scores/0/evidence/1",
                                "/scores/0/evidence/2",
                                "/scores/0/evidence/3"));
        cited.put(token("tp-1"), "/visit-plan", PLAN.formatted("11:00", "tp-2"))
                .then()
                .statusCode(201);
        cite(cited, "tp-2", "visit-plan").then().statusCode(200);
        cite(cited, "sc-1", prepared).then().statusCode(201);
        cite(cited, "sc-1", onSite).then().statusCode(422).body("errors", hasSize(onSite.length));
        cited.put(token("sc-1"), "/interviews/1", INTERVIEW).then().statusCode(201);
        cite(cited, "sc-1", onSite).then().statusCode(422).body("errors", hasSize(onSite.length - 1));
    }

    private static Response cite(TestRound round, String evaluator, String... evidence) {
        ObjectNode sheet = TestRound.sheet(evaluator);
        ArrayNode cited = ((ObjectNode) sheet.get("scores").get(0)).putArray("evidence");
        List.of(evidence).forEach(cited::add);
        return round.put(token(evaluator), "/sheets/" + evaluator, sheet);
    }

    private void isPrepared() {
        round.put(token("tp-2"), "/preparation-notice", NOTICE.formatted("2024-06-20"))
                .then()
                .statusCode(403);
        round.put(token("tp-1"), "/preparation-notice", NOTICE.formatted("2024-06-31"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/materials/0/dueOn"));
        round.put(token("tp-1"), "/preparation-notice", NOTICE.formatted("2024-06-20"))
                .then()
                .statusCode(201);
        round.get(TestRound.operator(), "/preparation-notice").then().body("materials.title", contains("财务凭证"));
        round.put(token("tp-1"), "/preparation-notice", NOTICE.formatted("2024-06-21"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        round.get(TestRound.operator(), "/preparation-notice?version=1")
                .then()
                .body("materials.dueOn", contains("2024-06-20"))
                .body("version", equalTo(1));
        round.get(TestRound.operator(), "/preparation-notice?version=3")
                .then()
                .statusCode(404)
                .body("detail", containsString("没有第 3 版"));
        round.get(token("sc-1"), "/self-assessment").then().statusCode(404);
        String assessment = "{\"summary\":\"总体良好\",\"parts\":[]}";
        round.put("/self-assessment", assessment).then().statusCode(403);
        round.put(TestRound.operator(), "/self-assessment", assessment).then().statusCode(201);
        round.get(token("sc-1"), "/self-assessment").then().statusCode(200).body("summary", equalTo("总体良好"));
        round.put(token("tp-1"), "/visit-plan", PLAN.formatted("09:00", "tp-99"))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/visits/0/to", "/visits/0/evaluators/0"));
        round.put(token("tp-1"), "/visit-plan", PLAN.formatted("11:00", "tp-2"))
                .then()
                .statusCode(201);
    }

    private void looksAtTheSite() {
        round.put(TestRound.operator(), "/site-checks/lingshan", SITE.formatted("MET", ""))
                .then()
                .statusCode(403);
        round.put(token("tp-2"), "/site-checks/lingshan", SITE.formatted("NOT_MET", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/lines/0/note"));
        round.put(token("tp-2"), "/site-checks/lingshan", SITE.formatted("NOT_MET", ",\"note\":\"已过期\""))
                .then()
                .statusCode(201);
        round.put(token("tp-3"), "/site-checks/lingshan", SITE.formatted("MET", ""))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    private void drawsFiles() {
        round.put(token("tp-2"), "/samples/cases", SAMPLE.formatted(5, ""))
                .then()
                .statusCode(422)
                .body("type", endsWith(":sample-too-large"));
        round.put(token("tp-2"), "/samples/cases", SAMPLE.formatted(2, ",\"seed\":\"2024\""))
                .then()
                .statusCode(201)
                .body("files.file", contains("C1", "C4"));
        round.put(token("tp-1"), "/samples/cases", SAMPLE.formatted(2, ""))
                .then()
                .statusCode(200);
        round.put(token("tp-1"), "/samples/cases", SAMPLE.formatted(3, ""))
                .then()
                .statusCode(409)
                .body("type", endsWith(":sample-drawn"));
        round.put(token("tp-1"), "/samples/groups", SAMPLE.formatted(1, ""))
                .then()
                .statusCode(201)
                .body("seed", matchesPattern("[0-9a-f]{32}"));
        round.put(token("tp-2"), "/samples/cases/files/3", "{\"outcome\":\"COMPLETE\"}")
                .then()
                .statusCode(422);
        round.put(token("tp-2"), "/samples/cases/files/2", "{\"outcome\":\"GAPS\"}")
                .then()
                .statusCode(422);
        round.put(token("tp-2"), "/samples/cases/files/2", "{\"outcome\":\"GAPS\",\"note\":\"缺回访\"}")
                .then()
                .statusCode(201)
                .body("files.outcome", contains(null, "GAPS"));
        round.put(token("tp-2"), "/samples/none/files/1", "{\"outcome\":\"COMPLETE\"}")
                .then()
                .statusCode(404);
    }

    private void talksToPeople() {
        round.put(token("tp-2"), "/interviews/2", INTERVIEW).then().statusCode(409);
        round.put(token("tp-2"), "/interviews/1", INTERVIEW.replace("2024", "2999"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        for (String number : List.of("１", "+1", "01", "one")) {
            round.put(token("tp-2"), "/interviews/" + number, INTERVIEW).then().statusCode(404);
        }
        round.put(token("tp-2"), "/interviews/1", INTERVIEW).then().statusCode(201);
        round.put(token("tp-2"), "/interviews/1", INTERVIEW).then().statusCode(200);
        round.get(token("tp-4"), "/interviews").then().body("interviews", hasSize(1));
    }

    /** Under the same names as the third party's: neither sees the other's, nor that it is there. */
    private void anotherPartyLooksForItself() {
        round.get(token("sc-1"), "/site-checks").then().statusCode(200).body("siteChecks", empty());
        round.put(token("sc-1"), "/site-checks/lingshan", SITE.formatted("MET", ""))
                .then()
                .statusCode(201)
                .body("party", equalTo("SUPERVISORY_CENTER"), "version", equalTo(1));
        round.put(token("sc-1"), "/samples/cases", SAMPLE.formatted(1, ",\"seed\":\"7\""))
                .then()
                .statusCode(201);
        round.put(token("sc-1"), "/samples/cases/files/2", "{\"outcome\":\"COMPLETE\"}")
                .then()
                .statusCode(422);
        round.put(token("sc-1"), "/samples/cases/files/1", "{\"outcome\":\"COMPLETE\"}")
                .then()
                .statusCode(201)
                .body("files.outcome", contains("COMPLETE"));
        round.put(token("sc-1"), "/interviews/1", INTERVIEW).then().statusCode(201);
        round.get(token("tp-2"), "/site-checks")
                .then()
                .body("siteChecks.party", contains("THIRD_PARTY"), "siteChecks.version", contains(2));
        round.get(token("tp-2"), "/samples").then().body("samples.party", contains("THIRD_PARTY", "THIRD_PARTY"));
        round.get(token("tp-2"), "/interviews").then().body("interviews", hasSize(1));
    }

    private void isSeenByOthersWhenAllHaveSubmitted() {
        for (String path : new String[] {"/site-checks", "/samples", "/interviews"}) {
            round.get(path).then().statusCode(403).body("type", endsWith(":not-disclosed"));
            round.get(TestRound.operator(), path).then().statusCode(403);
        }
        round.scored();
        round.put(TestRound.operator(), "/self-assessment", "{\"summary\":\"更好\",\"parts\":[]}")
                .then()
                .statusCode(409);
        round.put(token("tp-2"), "/site-checks/lingshan", SITE.formatted("NOT_MET", ",\"note\":\"又过期\""))
                .then()
                .statusCode(409);
        round.put(token("sc-1"), "/interviews/2", INTERVIEW).then().statusCode(409);
        round.get("/samples")
                .then()
                .statusCode(200)
                .body(
                        "samples.sample",
                        contains("cases", "groups", "cases"),
                        "samples.party",
                        contains("THIRD_PARTY", "THIRD_PARTY", "SUPERVISORY_CENTER"));
        round.get(token("sc-1"), "/samples").then().body("samples.party", contains("SUPERVISORY_CENTER"));
        round.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        round.get(token("sc-1"), "/site-checks")
                .then()
                .statusCode(200)
                .body("siteChecks.party", contains("THIRD_PARTY", "SUPERVISORY_CENTER"));
        round.get(token("sc-1"), "/interviews").then().body("interviews", hasSize(2));
        round.get("/history").then().statusCode(200).body("entries.findAll { it.sentence == null }", empty());
    }
}
