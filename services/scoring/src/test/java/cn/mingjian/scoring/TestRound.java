package cn.mingjian.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sample evaluation taken over REST and Kafka by real accounts, step by step. */
final class TestRound {

    static final String STATION = "nansha/dagang";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Account> EVALUATORS = new LinkedHashMap<>();

    private final String code;

    TestRound(String code) {
        this.code = code;
    }

    /** The accounts of the sample's panel, made once. */
    static synchronized Account account(String evaluator) {
        return EVALUATORS.computeIfAbsent(
                evaluator, each -> Tokens.account(party(each).role(), STATION));
    }

    static String token(String evaluator) {
        return account(evaluator).token();
    }

    static Party party(String evaluator) {
        return DagangRound.rows("panel.csv").stream()
                .filter(row -> row.get("evaluator").equals(evaluator))
                .map(row -> Party.valueOf(row.get("party")))
                .findFirst()
                .orElseThrow();
    }

    static List<String> eligible() {
        return DagangRound.rows("panel.csv").stream()
                .filter(row -> row.get("recused").equals("false"))
                .map(row -> row.get("evaluator"))
                .toList();
    }

    static Map<Party, String> leads() {
        Map<Party, String> leads = new LinkedHashMap<>();
        DagangRound.rows("panel.csv").stream()
                .filter(row -> row.get("role").equals("LEAD"))
                .forEach(row -> leads.put(Party.valueOf(row.get("party")), row.get("evaluator")));
        return leads;
    }

    static void publishStationAndAgreement() {
        publishStationAndAgreement("dagang-2023", "承办方");
    }

    static void publishStationAndAgreement(String code, String operator) {
        ObjectNode agreement = JSON.createObjectNode()
                .put("district", "nansha")
                .put("station", "dagang")
                .put("agreement", code)
                .put("version", 1)
                .put("operator", operator);
        for (int area = 1; area <= 6; area++) {
            agreement.withArray("areas").addObject().put("code", "A" + area);
        }
        Set<String> indicators = new HashSet<>();
        DagangRound.json("rubric.json").findValuesAsText("basis").stream()
                .filter(basis -> basis.startsWith("indicator:"))
                .forEach(basis -> indicators.add(basis.substring("indicator:".length())));
        indicators.forEach(
                indicator -> agreement.withArray("indicators").addObject().put("code", indicator));
        Topics.publish("district.agreement", STATION + "/" + code, "AgreementSigned", agreement);
        Topics.publish(
                "district.station",
                STATION,
                "StationRegistered",
                Map.of("district", "nansha", "station", "dagang", "version", 1, "name", "大岗镇社工服务站"));
    }

    /** The opening document of the sample. */
    static ObjectNode opening() {
        return DagangRound.json("opening.json").deepCopy();
    }

    /** The sample's panel with real accounts. */
    static ObjectNode panel() {
        ObjectNode panel = JSON.createObjectNode();
        ArrayNode members = panel.putArray("members");
        DagangRound.rows("panel.csv").forEach(row -> members.addObject()
                .put("evaluator", row.get("evaluator"))
                .put("account", account(row.get("evaluator")).id())
                .put("party", row.get("party"))
                .put("label", row.get("label"))
                .put("role", row.get("role")));
        return panel;
    }

    static ObjectNode sheet(String evaluator) {
        ObjectNode sheet = JSON.createObjectNode();
        ArrayNode scores = sheet.putArray("scores");
        DagangRound.rows("scores.csv").stream()
                .filter(row -> row.get("evaluator").equals(evaluator))
                .forEach(row -> scores.addObject().put("item", row.get("item")).put("score", row.get("score")));
        return sheet;
    }

    static ObjectNode findings(Party party) {
        ObjectNode findings = JSON.createObjectNode();
        ArrayNode list = findings.putArray("findings");
        for (JsonNode finding : DagangRound.json("findings.json")) {
            boolean others = List.of("SUPERVISORY_CENTER", "PURCHASER", "SUPERVISOR")
                    .contains(finding.get("chapter").asText());
            if (others ? finding.get("chapter").asText().equals(party.name()) : party == Party.THIRD_PARTY) {
                list.add(finding);
            }
        }
        return findings;
    }

    Response put(String token, String path, Object body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body.toString());
        if (path.matches("/sheets/[^/]+")) {
            // As the page does: over the draft that was read, or where there is none.
            String read = get(token, path).header("ETag");
            request.header(read == null ? "If-None-Match" : "If-Match", read == null ? "*" : read);
        }
        return request.put("/v1/evaluations/" + code + path);
    }

    Response get(String token, String path) {
        return get(token, path, path.startsWith("?") ? "wait=20" : "wait=0");
    }

    Response get(String token, String path, String prefer) {
        return given().auth().oauth2(token).header("Prefer", prefer).get("/v1/evaluations/" + code + path);
    }

    Response put(String path, Object body) {
        return put(bureau(), path, body);
    }

    Response get(String path) {
        return get(bureau(), path);
    }

    /** Opened, with rubric and panel, everyone pledged, tp-6 recused. */
    TestRound prepared(ObjectNode opening) {
        publishStationAndAgreement();
        put("", opening).then().statusCode(201);
        put("/rubric", DagangRound.json("rubric.json")).then().statusCode(201);
        put("/panel", panel()).then().statusCode(201);
        DagangRound.rows("panel.csv").forEach(row -> pledge(row.get("evaluator"), row.get("pledgedOn")));
        put(token("tp-6"), "/panel/tp-6/recusal", "{\"reason\":\"曾任承接机构顾问\"}")
                .then()
                .statusCode(201);
        put("/panel/tp-6/recusal/decision", "{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}")
                .then()
                .statusCode(201);
        return this;
    }

    /** Puts an account of the bureau on the panel, which decides nothing of the round from then on. */
    Account involved() {
        Account involved = Tokens.account("bureau", "nansha");
        ObjectNode panel = panel();
        panel.withArray("members")
                .addObject()
                .put("evaluator", "sv-3")
                .put("account", involved.id())
                .put("party", "SUPERVISOR")
                .put("label", "民政局观察员")
                .put("role", "MEMBER");
        put("/panel", panel).then().statusCode(200);
        return involved;
    }

    void pledge(String evaluator, String day) {
        pledge(token(evaluator), evaluator, day);
    }

    void pledge(String token, String evaluator, String day) {
        put(token, "/panel/" + evaluator + "/pledge", "{\"occurredOn\":\"" + day + "\"}")
                .then()
                .statusCode(201);
    }

    void evidenceComputed(int achievement, int staffing) {
        Topics.publish(
                "indicator.achievement",
                code,
                "AchievementComputed",
                Map.of("evaluation", code, "version", achievement));
        Topics.publish("staffing.staffing", code, "StaffingComputed", Map.of("evaluation", code, "version", staffing));
        get("?achievement=" + achievement + "&staffing=" + staffing).then().statusCode(200);
    }

    Response freeze(int achievement, int staffing) {
        return put(
                "/evidence-snapshot",
                "{\"achievementVersion\":" + achievement + ",\"staffingVersion\":" + staffing + "}");
    }

    void submitSheet(String evaluator) {
        put(token(evaluator), "/sheets/" + evaluator, sheet(evaluator)).then().statusCode(201);
        put(token(evaluator), "/sheets/" + evaluator + "/submission", "{}")
                .then()
                .statusCode(201);
    }

    Response submitParty(Party party) {
        return put(token(leads().get(party)), "/parties/" + party + "/submission", "{}");
    }

    /** The sample's round when its evidence is frozen. */
    static TestRound scoring(String code) {
        return new TestRound(code).prepared(opening()).frozen();
    }

    TestRound frozen() {
        evidenceComputed(1, 1);
        freeze(1, 1).then().statusCode(201);
        return this;
    }

    /** All the way to FEEDBACK. */
    TestRound scored() {
        frozen();
        eligible().forEach(this::submitSheet);
        leads().keySet().forEach(party -> submitParty(party).then().statusCode(201));
        return this;
    }

    static void assertIsTheSample(JsonNode result) {
        JsonNode expected = DagangRound.json("expected-score.json");
        assertThat(result.get("total")).isEqualTo(expected.get("total"));
        assertThat(result.get("grade")).isEqualTo(expected.get("grade"));
        for (int i = 0; i < expected.get("parties").size(); i++) {
            ObjectNode party = result.get("parties").get(i).deepCopy();
            party.get("categories").forEach(category -> ((ObjectNode) category).remove("name"));
            assertThat(party).isEqualTo(expected.get("parties").get(i));
        }
    }

    static String remediation(String status) {
        return "{\"items\":[{\"raised\":\"MIDTERM\",\"title\":\"片区计划\",\"status\":\"" + status
                + "\",\"evidence\":null}]}";
    }

    /** Asked for each time: a round may outlive a token. */
    private static String bureau() {
        return Tokens.of("bureau", "nansha");
    }

    static String operator() {
        return Tokens.of("operator", STATION);
    }

    static JsonNode event(String topic, String type, String evaluation) {
        return Topics.await(
                topic,
                type,
                payload -> evaluation.equals(payload.path("evaluation").asText())
                        || evaluation.equals(payload.path("code").asText()));
    }
}
