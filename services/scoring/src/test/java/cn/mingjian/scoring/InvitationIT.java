package cn.mingjian.scoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** People of the pool are asked, and answer for themselves. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class InvitationIT {

    private static final String OWN = "/v1/districts/nansha/stations/dagang/invitations";
    private static final String TITLE = "南沙区大岗镇社工站购买服务项目2023-2024年度末期评估报告";
    private static final String INVITATION = "{\"party\":\"PURCHASER\",\"message\":\"请于月底前答复\"}";

    @Test
    void whoIsAskedAnswersOnce() {
        Account asked = Tokens.account("purchaser", TestRound.STATION);
        Account other = Tokens.account("purchaser", TestRound.STATION);
        pool("in-1", asked.id(), 201);
        pool("in-2", null, 201);
        TestRound.publishStationAndAgreement();
        TestRound round = new TestRound("dagang-invited");
        round.put("", TestRound.opening()).then().statusCode(201);

        round.put("/invitations/in-2", INVITATION).then().statusCode(422);
        round.put("/invitations/in-1", "{\"party\":\"NOBODY\"}").then().statusCode(422);
        round.put("/invitations/in-1", INVITATION).then().statusCode(201).body("state", equalTo("INVITED"));
        round.put("/invitations/in-1", INVITATION).then().statusCode(200);
        // For a party that the account has no role of: there it has nothing to answer, and is asked anew.
        round.put("/invitations/in-1", INVITATION.replace("PURCHASER", "SUPERVISOR"))
                .then()
                .statusCode(201);
        own(asked).then().body("invitations", empty());
        pool("in-1", null, 200);
        round.put("/invitations/in-1", INVITATION).then().statusCode(422);
        pool("in-1", asked.id(), 200);
        round.put("/invitations/in-1", INVITATION).then().statusCode(201);
        own(asked)
                .then()
                .body("invitations.evaluation", contains("dagang-invited"))
                .body("invitations.title", contains(TITLE));
        own(other).then().body("invitations", empty());
        round.put(asked.token(), "/invitations/in-1", INVITATION).then().statusCode(403);

        String accepted = "{\"answer\":\"ACCEPTED\",\"reason\":null}";
        answer(other, accepted).then().statusCode(404);
        answer(asked, accepted.replace("ACCEPTED", "DECLINED")).then().statusCode(422);
        String declined = "{\"answer\":\"DECLINED\",\"reason\":\"日程冲突\"}";
        answer(asked, declined).then().statusCode(201).body("title", equalTo(TITLE));
        answer(asked, declined).then().statusCode(200);
        answer(asked, accepted).then().statusCode(409);
        round.put("/invitations/in-1", INVITATION.replace("月底", "月中")).then().statusCode(409);
        round.get("/invitations").then().body("invitations[0].state", equalTo("DECLINED"));
        round.get("/history").then().body("entries.sentence", hasItems("邀请专家代表购买方评估", "专家谢绝邀请：日程冲突"));
    }

    private static Response own(Account account) {
        return given().auth().oauth2(account.token()).get(OWN);
    }

    private static Response answer(Account account, String answer) {
        return given().auth()
                .oauth2(account.token())
                .contentType(ContentType.JSON)
                .body(answer)
                .put(OWN + "/dagang-invited/answer");
    }

    private static void pool(String evaluator, String account, int status) {
        given().auth()
                .oauth2(Tokens.of("bureau", "nansha"))
                .contentType(ContentType.JSON)
                .body("""
                        {"label":"专家","account":%s,"organisation":"大学","expertise":[],"pastEmployers":[],"active":true}""".formatted(account == null ? "null" : "\"" + account + "\""))
                .put("/v1/districts/nansha/evaluators/" + evaluator)
                .then()
                .statusCode(status);
    }
}
