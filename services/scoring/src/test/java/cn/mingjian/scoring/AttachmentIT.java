package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that people attach, who sees them, and sheets that cite them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AttachmentIT {

    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final TestRound round = new TestRound("dagang-attached");

    @Test
    void oneAccountAttachesWhatSeveralOfItsPartyHad() throws Exception {
        new TestRound("dagang-attached-many").prepared(TestRound.opening());
        for (int number = 1; number <= 201; number++) {
            byte[] file = pdf("第 %d 份".formatted(number));
            String path = "/v1/evaluations/dagang-attached-many/attachments/" + digest(file);
            send(path, token("sc-1"), number + ".pdf", PDF, file).then().statusCode(201);
        }
    }

    @Test
    void aScoreRestsOnFilesThatOtherPartiesDoNotSee() throws Exception {
        round.prepared(TestRound.opening());
        byte[] scan = pdf("回访记录");
        String digest = digest(scan);
        attach("sc-2", digest, "回访记录.pdf", PDF, scan)
                .then()
                .statusCode(201)
                .body("party", equalTo("SUPERVISORY_CENTER"))
                .body("bytes", equalTo(scan.length));
        attach("sc-2", digest, "回访记录.pdf", PDF, scan).then().statusCode(200);
        attach("sc-2", digest, "别名.pdf", PDF, scan)
                .then()
                .statusCode(409)
                .body("type", endsWith(":attachment-differs"));
        // Whether somebody else has the same file shows in nothing.
        attach("tp-1", digest, "同一份.pdf", PDF, scan).then().statusCode(201);
        byte[] plan = pdf("年度计划");
        attached(TestRound.operator(), digest(plan), "年度计划.pdf", PDF, plan)
                .then()
                .statusCode(201)
                .body("party", equalTo(null));

        round.get(token("sc-2"), "/attachments").then().body("attachments.name", contains("回访记录.pdf", "年度计划.pdf"));
        round.get(token("pu-1"), "/attachments").then().body("attachments.name", contains("年度计划.pdf"));
        round.get("/attachments").then().body("attachments.name", contains("年度计划.pdf"));
        round.get(token("pu-1"), "/attachments/" + digest)
                .then()
                .statusCode(404)
                .body("type", endsWith(":attachment-not-found"));
        // Not even the party's lead, before its member has submitted.
        round.get(token("sc-1"), "/attachments").then().body("attachments.name", contains("年度计划.pdf"));
        round.get(token("sc-1"), "/attachments/" + digest).then().statusCode(404);

        isCited(digest);
        Response download = round.get(token("sc-1"), "/attachments/" + digest);
        download.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''%E5%9B%9E"))
                .contentType("application/octet-stream");
        assertThat(download.asByteArray()).isEqualTo(scan);
        RowSecurity.assertHolds(TestRound.STATION);
    }

    private void isCited(String digest) {
        round.frozen();
        ObjectNode citing = TestRound.sheet("pu-1");
        ((ObjectNode) citing.get("scores").get(0)).putArray("evidence").add("attachment:" + digest);
        round.put(token("pu-1"), "/sheets/pu-1", citing)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/scores/0/evidence/0"))
                .body("errors.type", contains(endsWith(":evidence-unknown")));
        ObjectNode sheet = TestRound.sheet("sc-2");
        ((ObjectNode) sheet.get("scores").get(0)).putArray("evidence").add("attachment:" + digest);
        round.put(token("sc-2"), "/sheets/sc-2", sheet).then().statusCode(201);
        round.get(token("sc-2"), "/sheets/sc-2")
                .then()
                .body("scores[0].evidence", contains("attachment:" + digest))
                .body("scores[1].evidence", empty());
        round.get(token("sc-2"), "/sheets/sc-2/history").then().statusCode(200).body("entries", empty());
        round.put(token("sc-2"), "/sheets/sc-2/submission", "{}").then().statusCode(201);
        round.get(token("sc-1"), "/sheets/sc-2/history")
                .then()
                .statusCode(200)
                .body("entries.sentence", contains("提交评分表"));
        round.get(token("pu-1"), "/sheets/sc-2/history").then().statusCode(403);
        round.get("/sheets/sc-2/history").then().statusCode(403);
    }

    @Test
    void whatIsNotWhatItSaysIsNotKept() throws Exception {
        TestRound other = new TestRound("dagang-attached-badly");
        other.prepared(TestRound.opening());
        byte[] scan = pdf("凭证");
        String digest = digest(scan);
        String place = "/v1/evaluations/dagang-attached-badly/attachments/";

        refused(place + digest("别的".getBytes(StandardCharsets.UTF_8)), "凭证.pdf", PDF, scan, "digest-differs");
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        refused(place + digest(script), "凭证.pdf", PDF, script, "content-differs");
        byte[] macros = zip("word/document.xml", "word/vbaProject.bin");
        refused(place + digest(macros), "凭证.docx", DOCX, macros, "content-differs");
        byte[] workbook = zip("xl/workbook.xml");
        refused(place + digest(workbook), "凭证.docx", DOCX, workbook, "content-differs");
        refused(place + digest, "凭证.png", PDF, scan, "invalid-field");
        refused(place + digest, "../凭证.pdf", PDF, scan, "invalid-field");
        refused(place + "zz", "凭证.pdf", PDF, scan, "invalid-field");
        send(place + digest, token("sc-1"), "凭证.html", "text/html", scan).then().statusCode(415);
        send(place + digest, token("sc-1"), "凭证.pdf", "*/*", scan).then().statusCode(415);
        send(place + digest, token("tp-6"), "凭证.pdf", PDF, scan).then().statusCode(403);

        other.get(token("sc-1"), "/attachments").then().body("attachments", hasSize(0));
    }

    @Test
    void theOperatorShowsWhatItSetRightUntilEveryConcernIsAccepted() throws Exception {
        TestRound shown = TestRound.scoring("dagang-attached-remedy");
        String place = "/v1/evaluations/dagang-attached-remedy/attachments/";
        shown.put(token("pu-1"), "/parties/PURCHASER/findings", """
                {"findings":[{"chapter":"PURCHASER","kind":"CONCERN","title":"回访","text":"回访不足","areas":[]}]}""").then().statusCode(201);
        TestRound.eligible().forEach(shown::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> shown.submitParty(party).then().statusCode(201));
        byte[] visits = pdf("补做的回访");

        send(place + digest(visits), TestRound.operator(), "回访.pdf", PDF, visits)
                .then()
                .statusCode(201);
        send(place + digest(visits), token("pu-1"), "回访.pdf", PDF, visits)
                .then()
                .statusCode(409);
        shown.get("/attachments").then().body("attachments.name", contains("回访.pdf"));
        shown.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        byte[] more = pdf("另一批回访");
        send(place + digest(more), TestRound.operator(), "回访二.pdf", PDF, more)
                .then()
                .statusCode(201);

        shown.put(TestRound.operator(), "/concerns/1/follow-up", """
                {"owner":"站长","dueOn":"2024-09-30","measures":"补做回访","evidence":"附件 回访.pdf","state":"DONE"}""").then().statusCode(201);
        shown.put("/concerns/1/verification", "{\"followUpVersion\":1,\"outcome\":\"ACCEPTED\",\"reason\":\"抽查核对\"}")
                .then()
                .statusCode(201);

        byte[] late = pdf("迟到的回访");
        send(place + digest(late), TestRound.operator(), "回访三.pdf", PDF, late)
                .then()
                .statusCode(409)
                .body("type", endsWith(":phase-over"));
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsRefused() throws Exception {
        TestRound large = new TestRound("dagang-attached-large");
        large.prepared(TestRound.opening());
        byte[] scan = Arrays.copyOf(pdf("扫描件"), 10 * 1024 * 1024 + 1);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/v1/evaluations/dagang-attached-large/attachments/" + digest(scan) + "?name=scan.pdf"))
                .header("Authorization", "Bearer " + token("sc-1"))
                .header("Content-Type", PDF)
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(scan))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains(":request-too-large");
        }
        large.get(token("sc-1"), "/attachments").then().body("attachments", hasSize(0));
    }

    private static void refused(String path, String name, String type, byte[] content, String problem) {
        send(path, token("sc-1"), name, type, content).then().statusCode(422).body("type", endsWith(":" + problem));
    }

    private Response attach(String evaluator, String digest, String name, String type, byte[] content) {
        return attached(token(evaluator), digest, name, type, content);
    }

    private static Response attached(String token, String digest, String name, String type, byte[] content) {
        return send("/v1/evaluations/dagang-attached/attachments/" + digest, token, name, type, content);
    }

    private static Response send(String path, String token, String name, String type, byte[] content) {
        return given().auth()
                .oauth2(token)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .queryParam("name", name)
                .body(content)
                .put(path);
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
