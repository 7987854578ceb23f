package cn.mingjian.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A report's whole life: claims, draft, feedback, objection and decision, final report, issued, verified. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(Neighbours.class)
class ReportScenarioIT {

    private static final String CODE = "dagang-2023-final";
    private static final String EVALUATION = "/v1/evaluations/" + CODE;
    private static final String PLACE = "nansha/dagang";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Pattern VERIFICATION = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){7}");

    private final String bureau = Tokens.of("bureau", "nansha");
    private final String operator = Tokens.of("operator", PLACE);
    private final Account lead = Tokens.account("third-party", PLACE);
    private final Account member = Tokens.account("third-party", PLACE);
    private final Account purchaser = Tokens.account("purchaser", PLACE);
    private final Account involved = Tokens.account("bureau", "nansha");
    private final Account recused = Tokens.account("bureau", "nansha");

    @Test
    void goesFromClaimsToAnIssuedReport() throws IOException {
        takesClaims();
        showsNothingBeforeTheResult();
        publishesTheDraft();
        publishesItAnewForOtherClaims();
        takesFeedback();
        decidesTheObjection();
        takesNoMoreFeedback();
        rendersTheFinalReport();
        issuesIt();
        RowSecurity.assertHolds(PLACE);
    }

    private void takesClaims() {
        Topics.publish("scoring.evaluation", CODE, "EvaluationOpened", Dagang.json("evaluation"));
        given().auth()
                .oauth2(bureau)
                .header("Prefer", "wait=20")
                .get(EVALUATION + "/claims")
                .then()
                .statusCode(404)
                .body("type", endsWith(":claims-not-found"));
        put(bureau, "/claims", "{\"claims\":[{\"source\":\"\",\"subject\":\"staffing:x\",\"value\":\"1e3\"}]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/claims/0/source", "/claims/0/subject", "/claims/0/value")));
        put(operator, "/claims", Dagang.json("claims")).then().statusCode(403);
        put(Tokens.of("bureau", "panyu"), "/claims", Dagang.json("claims"))
                .then()
                .statusCode(404);
        put(Tokens.of("bureau", "panyu"), "/claims", "no document").then().statusCode(404);
        put(bureau, "/claims", Dagang.json("claims")).then().statusCode(201).body("version", equalTo(1));
        put(bureau, "/claims", Dagang.json("claims")).then().statusCode(200).body("version", equalTo(1));
        given().auth()
                .oauth2(bureau)
                .header("If-Match", "\"2\"")
                .contentType("application/json")
                .body("{\"claims\":[]}")
                .put(EVALUATION + "/claims")
                .then()
                .statusCode(412)
                .body("type", endsWith(":read-another-version"));
        get(bureau, "/claims").then().statusCode(200).body("claims", hasSize(11));
    }

    private void showsNothingBeforeTheResult() {
        get(bureau, "/draft").then().statusCode(404).body("type", endsWith(":draft-not-ready"));
        get(bureau, "/discrepancies").then().statusCode(404);
        get(lead.token(), "/draft").then().statusCode(404);
        put(operator, "/feedback/operator/1", "{\"on\":\"2024-07-05\",\"outcome\":\"NO_OBJECTION\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":phase-over"));
    }

    private void publishesTheDraft() throws IOException {
        Neighbours.awayFor(3);
        // The result comes first: it waits for the evidence that it cites.
        Topics.publishTraced(
                "00-" + TRACE + "-00f067aa0ba902b7-00",
                "scoring.result",
                CODE,
                "ResultDetermined",
                Map.of(
                        "evaluation",
                        CODE,
                        "resultVersion",
                        1,
                        "panel",
                        List.of(
                                seat(lead, "THIRD_PARTY", true),
                                seat(member, "THIRD_PARTY", false),
                                seat(purchaser, "PURCHASER", true),
                                seat(involved, "SUPERVISOR", true)),
                        "recused",
                        List.of(recused.id())));
        Topics.publish(
                "scoring.evaluation",
                CODE,
                "EvidenceFrozen",
                Map.of("evaluation", CODE, "achievementVersion", 3, "staffingVersion", 2));
        phase("FEEDBACK");
        awaited("/draft")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("state", equalTo("DRAFT"))
                .body("earlier", hasSize(0));
        assertThat(Topics.awaitTrace(
                        "report.report",
                        "DraftPublished",
                        draft -> draft.get("version").asInt() == 1))
                .as("the trace of the result, parked and pressed meanwhile")
                .startsWith("00-" + TRACE + "-");
        assertThat(Neighbours.traces())
                .as("the traces of what was asked of others")
                .containsExactly(TRACE);
        assertThat(Topics.await("report.report", "DiscrepanciesChanged", any -> true)
                        .get("open")
                        .asInt())
                .isEqualTo(4);
        get(bureau, "/discrepancies")
                .then()
                .statusCode(200)
                .body(
                        "subject",
                        equalTo(List.of(
                                "indicator:home-visits",
                                "staffing:retention:CERTIFIED_ON_DUTY",
                                "staffing:experienced-rate",
                                "indicators:exceeded")));
        get(operator, "/discrepancies").then().statusCode(403);
        assertThat(text(get(operator, "/draft/report.pdf")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()))
                .contains("初稿（征求意见）", "94.16", "回访记录不全", "公示不及时")
                .doesNotContain("84.75", "上一年度的问题", "上一次末期的问题");
        get(lead.token(), "/draft/report.html").then().statusCode(200).contentType("text/html");
        get(Tokens.of("third-party", PLACE), "/draft/report.pdf").then().statusCode(404);
        get(bureau, "/final").then().statusCode(404);
    }

    private void publishesItAnewForOtherClaims() {
        put(bureau, "/claims", Dagang.json("claims").replace("9654", "9655"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        Topics.await(
                "report.report", "DraftPublished", draft -> draft.get("version").asInt() == 2);
        get(bureau, "/draft")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("earlier.version", equalTo(List.of(1)))
                .body("earlier[0].renderedAt", notNullValue());
    }

    private void takesFeedback() {
        String none = "{\"on\":\"2024-06-27\",\"outcome\":\"NO_OBJECTION\",\"text\":\"对现场意见没有异议。\"}";
        put(member.token(), "/feedback/on-site", none).then().statusCode(403).body("type", endsWith(":lead-only"));
        put(operator, "/feedback/on-site", none).then().statusCode(403);
        put(lead.token(), "/feedback/on-site", none).then().statusCode(201);
        put(lead.token(), "/feedback/on-site", none).then().statusCode(200);
        put(lead.token(), "/feedback/on-site", none.replace("没有", "有"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":feedback-recorded"));
        put(purchaser.token(), "/feedback/operator/1", none).then().statusCode(403);
        put(purchaser.token(), "/feedback/operator/1", "no document").then().statusCode(403);
        put(Tokens.of("purchaser", PLACE), "/feedback/purchaser/1", none).then().statusCode(404);
        put(purchaser.token(), "/feedback/purchaser/1", none).then().statusCode(201);
        put(operator, "/feedback/operator/1", "{\"outcome\":\"NO_OBJECTION\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/on")));
        put(
                        operator,
                        "/feedback/operator/1",
                        "{\"on\":\"2024-07-05\",\"outcome\":\"OBJECTION\",\"text\":\"入户探访应为9600\"}")
                .then()
                .statusCode(201);
        Topics.await(
                "report.report",
                "ObjectionRaised",
                raised -> raised.get("from").asText().equals("OPERATOR")
                        && raised.get("number").asInt() == 1);
    }

    private void decidesTheObjection() {
        put(bureau, "/feedback/conclusion", "{}").then().statusCode(409).body("type", endsWith(":objections-open"));
        String refused = "{\"decision\":\"REFUSED\",\"reason\":\"与平台记录一致\"}";
        put(involved.token(), "/feedback/operator/1/decision", refused)
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));
        put(recused.token(), "/feedback/operator/1/decision", refused)
                .then()
                .statusCode(403)
                .body("type", endsWith(":involved"));
        put(operator, "/feedback/operator/1/decision", refused).then().statusCode(403);
        put(bureau, "/feedback/purchaser/1/decision", refused)
                .then()
                .statusCode(409)
                .body("type", endsWith(":not-an-objection"));
        put(bureau, "/feedback/operator/2/decision", refused).then().statusCode(404);
        put(bureau, "/feedback/operator/1/decision", refused)
                .then()
                .statusCode(200)
                .body("decision.decision", equalTo("REFUSED"));
        put(bureau, "/feedback/operator/1/decision", refused).then().statusCode(200);
        put(bureau, "/feedback/operator/1/decision", refused.replace("REFUSED", "UPHELD"))
                .then()
                .statusCode(409);
        Topics.await("report.report", "ObjectionDecided", decided -> decided.get("decision")
                .asText()
                .equals("REFUSED"));
        get(bureau, "/feedback")
                .then()
                .statusCode(200)
                .body("onSite.outcome", equalTo("NO_OBJECTION"))
                .body("draft", hasSize(2));
    }

    /** A moment before the round is closed: what is said now would never be decided. */
    private void takesNoMoreFeedback() {
        put(operator, "/feedback/conclusion", "{}").then().statusCode(403);
        String since = put(bureau, "/feedback/conclusion", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("concludedAt");
        put(bureau, "/feedback/conclusion", "{}").then().statusCode(200).body("concludedAt", equalTo(since));
        String late = "{\"on\":\"2024-07-05\",\"outcome\":\"OBJECTION\",\"text\":\"再请核对\"}";
        put(operator, "/feedback/operator/2", late)
                .then()
                .statusCode(409)
                .body("type", endsWith(":feedback-concluded"));
    }

    private void rendersTheFinalReport() {
        Topics.publish(
                "scoring.evaluation",
                CODE,
                "ResultFinalised",
                Map.of(
                        "evaluation",
                        CODE,
                        "district",
                        "nansha",
                        "station",
                        "dagang",
                        "resultVersion",
                        1,
                        "grade",
                        "良好"));
        phase("CLOSED");
        awaited("/final")
                .then()
                .statusCode(200)
                .body("state", equalTo("RENDERED"))
                .body("issuedAt", nullValue());
        get(operator, "/final").then().statusCode(404).body("type", endsWith(":final-not-issued"));
        get(operator, "/final/report.pdf").then().statusCode(404);
        put(operator, "/feedback/operator/2", "{\"on\":\"2024-07-05\",\"outcome\":\"NO_OBJECTION\"}")
                .then()
                .statusCode(409);
    }

    private void issuesIt() throws IOException {
        put(operator, "/final/issue", "{}").then().statusCode(403);
        put(bureau, "/final/issue", "{}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ISSUED"))
                .body("issuedAt", notNullValue());
        put(bureau, "/final/issue", "{}").then().statusCode(200);
        String digest = Topics.await("report.report", "ReportIssued", any -> true)
                .get("pdfDigest")
                .asText();
        Response pdf = get(operator, "/final/report.pdf");
        pdf.then().statusCode(200).header("ETag", "\"" + digest + "\"");
        String text = text(pdf.asByteArray());
        assertThat(text).contains("承办方提出异议：入户探访应为9600", "不采纳该异议").doesNotContain("征求意见）");
        get(operator, "/final/report.xlsx").then().statusCode(200);
        get(operator, "/final/report.docx").then().statusCode(200);

        Matcher code = VERIFICATION.matcher(text);
        assertThat(code.find()).isTrue();
        verify(code.group().toLowerCase(Locale.ROOT)).then().statusCode(200).body("pdfDigest", equalTo(digest));
        verify("0000-0000-0000-0000-0000-0000-0000-0000").then().statusCode(404);
        verify("nonsense").then().statusCode(404);
    }

    /** Printing takes its time on a busy machine; a single wait is cut short by the client's own patience. */
    private Response awaited(String path) {
        Response answer = null;
        for (int i = 0; i < 8 && (answer == null || answer.statusCode() == 404); i++) {
            answer = given().auth().oauth2(bureau).header("Prefer", "wait=20").get(EVALUATION + path);
        }
        return answer;
    }

    private static Response verify(String code) {
        return given().contentType("application/json")
                .body(Map.of("code", code))
                .post("/v1/issued-reports/verifications");
    }

    private static void phase(String phase) {
        Topics.publish(
                "scoring.evaluation",
                CODE,
                "PhaseChanged",
                Map.of("evaluation", CODE, "district", "nansha", "station", "dagang", "phase", phase));
    }

    private static Map<String, Object> seat(Account account, String party, boolean leads) {
        return Map.of("account", account.id(), "party", party, "lead", leads);
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(EVALUATION + path);
    }

    private static Response put(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(EVALUATION + path);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }
}
