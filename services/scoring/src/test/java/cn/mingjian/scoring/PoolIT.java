package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The pool of a district, and what it says before somebody is put on a panel. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PoolIT {

    private static final String POOL = "/v1/districts/nansha/evaluators/";

    @Test
    void whoWorkedForTheOperatorOrServedLastIsPointedOut() {
        TestRound last = TestRound.scoring("dagang-pooled");
        TestRound.eligible().forEach(last::submitSheet);
        TestRound.leads()
                .keySet()
                .forEach(party -> last.submitParty(party).then().statusCode(201));
        last.put("/closure", "{\"objectionsDecided\":0}").then().statusCode(201);
        put("ex-1", profile("大学", TestRound.account("tp-2").id(), "")).then().statusCode(201);
        put("ex-1", profile("大学", TestRound.account("tp-2").id(), "")).then().statusCode(200);
        put("ex-2", profile("百民 中心", null, "\"研究所\",\"百民中心\"")).then().statusCode(201);
        put("ex-3", profile("研究所", null, "")).then().statusCode(201);
        put("ex-4", profile("研究所", null, "").replace("true", "false")).then().statusCode(201);
        TestRound next = new TestRound("dagang-pooled-next");
        TestRound.publishStationAndAgreement("dagang-pooled", "百民中心");
        ObjectNode opening = TestRound.opening();
        next.put("", opening.put("agreement", "dagang-pooled")).then().statusCode(201);

        next.get("/candidates")
                .then()
                .statusCode(200)
                .body("candidates.evaluator", not(hasItem("ex-4")))
                .body("candidates.find { it.evaluator == 'ex-1' }.hints", contains("SERVED_LAST_ROUND"))
                .body(
                        "candidates.find { it.evaluator == 'ex-2' }.hints",
                        containsInAnyOrder("EMPLOYED_BY_OPERATOR", "FORMERLY_EMPLOYED_BY_OPERATOR"))
                .body("candidates.find { it.evaluator == 'ex-3' }.hints", empty());
        next.get(token("tp-1"), "/candidates").then().statusCode(403);
    }

    @Test
    void whoIsDeactivatedIsNeitherInvitedNorNamed() {
        String account = Tokens.account("third-party", TestRound.STATION).id();
        ObjectNode panel = TestRound.panel();
        ((ObjectNode) panel.at("/members/4")).put("account", account);
        put("ex-5", profile("研究所", account, "")).then().statusCode(201);
        TestRound.publishStationAndAgreement();
        TestRound seated = new TestRound("dagang-before-deactivation");
        seated.put("", TestRound.opening()).then().statusCode(201);
        seated.put("/panel", panel).then().statusCode(201);
        TestRound round = new TestRound("dagang-deactivated");
        round.put("", TestRound.opening()).then().statusCode(201);

        put("ex-5", profile("研究所", account, "").replace("true", "false")).then().statusCode(200);

        String invitation = "{\"party\":\"THIRD_PARTY\",\"message\":null}";
        round.put("/invitations/ex-5", invitation)
                .then()
                .statusCode(422)
                .body("errors.type", contains("urn:mingjian:problem:scoring:not-in-pool"))
                .body("errors.detail", contains("评委 ex-5 已停用"));
        round.put("/panel", panel)
                .then()
                .statusCode(422)
                .body("errors.type", contains("urn:mingjian:problem:scoring:deactivated"))
                .body("errors.detail", contains("评委 tp-5（评委戊）已在评委库中停用"));
        round.get("/panel").then().statusCode(404);
        ObjectNode renamed = panel.deepCopy();
        ((ObjectNode) renamed.at("/members/0")).put("label", "组长");
        seated.put("/panel", renamed).then().statusCode(200);
        put("ex-5", profile("研究所", account, "")).then().statusCode(200);
        round.put("/panel", panel).then().statusCode(201);
        round.put("/invitations/ex-5", invitation).then().statusCode(201);
    }

    @Test
    void aProfileHasItsForm() {
        put("ex-9", profile(" ", "nobody", "\"甲\",\"甲\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/organisation", "/account", "/pastEmployers/1"));
        put("ex-9", "{}").then().statusCode(422);
        given().auth()
                .oauth2(Tokens.of("bureau", "panyu"))
                .contentType(ContentType.JSON)
                .body(profile("大学", null, ""))
                .put(POOL + "ex-9")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("bureau", "nansha"))
                .get("/v1/districts/nansha/evaluators")
                .then()
                .statusCode(200)
                .body("evaluators.evaluator", not(hasItem(equalTo("ex-9"))));
    }

    @Test
    void anOrganisationIsRecognisedByAnyOfItsNames() {
        organisation("oak", "广州市橡树社会工作服务中心", "\"橡树社工\",\"橡树 中心\"").then().statusCode(201);
        organisation("oak", "广州市橡树社会工作服务中心", "\"橡树社工\",\"橡树 中心\"").then().statusCode(200);
        organisation("elm", "榆树", "\"橡树社工\",\"榆树中心\",\"榆树 中心\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/otherNames/0", "/otherNames/2"))
                .body("errors.type", hasItem("urn:mingjian:problem:scoring:name-taken"));
        organisation("elm", " ", "").then().statusCode(422).body("errors.pointer", contains("/name"));
        put("ex-11", profile("橡树\u200b社工", null, "")).then().statusCode(201);
        put("ex-12", profile("研究所", null, "\"橡树中心\"")).then().statusCode(201);
        put("ex-13", profile("橡树", null, "")).then().statusCode(201);
        TestRound round = new TestRound("dagang-oak");
        TestRound.publishStationAndAgreement("dagang-oak", "广州市橡树社会工作服务中心");
        ObjectNode opening = TestRound.opening();
        round.put("", opening.put("agreement", "dagang-oak")).then().statusCode(201);

        round.get("/candidates")
                .then()
                .body("candidates.find { it.evaluator == 'ex-11' }.hints", contains("EMPLOYED_BY_OPERATOR"))
                .body("candidates.find { it.evaluator == 'ex-12' }.hints", contains("FORMERLY_EMPLOYED_BY_OPERATOR"))
                .body("candidates.find { it.evaluator == 'ex-13' }.hints", empty());
        given().auth()
                .oauth2(Tokens.of("bureau", "nansha"))
                .get("/v1/districts/nansha/organisations")
                .then()
                .statusCode(200)
                .body("organisations.organisation", hasItem("oak"))
                .body("organisations.organisation", not(hasItem("elm")));
    }

    private static Response organisation(String code, String name, String otherNames) {
        return given().auth()
                .oauth2(Tokens.of("bureau", "nansha"))
                .contentType(ContentType.JSON)
                .body("{\"name\":\"%s\",\"otherNames\":[%s]}".formatted(name, otherNames))
                .put("/v1/districts/nansha/organisations/" + code);
    }

    private static Response put(String evaluator, String profile) {
        return given().auth()
                .oauth2(Tokens.of("bureau", "nansha"))
                .contentType(ContentType.JSON)
                .body(profile)
                .put(POOL + evaluator);
    }

    private static String profile(String organisation, String account, String pastEmployers) {
        return """
                {"label":"专家","account":%s,"organisation":"%s","expertise":["财务"],"pastEmployers":[%s],"active":true}""".formatted(account == null ? "null" : "\"" + account + "\"", organisation, pastEmployers);
    }
}
