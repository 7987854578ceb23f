package cn.mingjian.indicator.achievement;

import static cn.mingjian.indicator.achievement.OpenedEvaluation.agreementOf;
import static cn.mingjian.indicator.achievement.OpenedEvaluation.as;
import static cn.mingjian.indicator.achievement.OpenedEvaluation.open;
import static cn.mingjian.indicator.achievement.OpenedEvaluation.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who reads an achievement and who writes its evidence, before it is frozen and afterwards. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AchievementReadersIT {

    @Test
    void onlyTheStationsPeopleReadAndOnlyItsOperatorWrites() {
        Topics.publish(
                "district.agreement", "nansha/nansha-st/dagang-2023", "AgreementSigned", agreementOf("nansha-st"));
        open("nansha-st-2024", "nansha-st", true);
        var path = "/v1/evaluations/nansha-st-2024/achievement";
        as(Tokens.of("bureau", "nansha"))
                .header("Prefer", "wait=30")
                .get("/v1/evaluations/nansha-st-2024")
                .then()
                .statusCode(200);

        given().get(path).then().statusCode(401);
        as(Tokens.of("bureau", "panyu")).get(path).then().statusCode(404);
        as(Tokens.of("operator", "nansha/lanhe")).get(path).then().statusCode(404);
        as(Tokens.service("scoring")).get(path).then().statusCode(is(oneOf(401, 403)));
        as(Tokens.service("report")).get(path).then().statusCode(403);
        as(Tokens.service("report")).get(path + "/versions/1").then().statusCode(404);
        put(Tokens.of("purchaser", "nansha/nansha-st"), "nansha-st-2024", "declared-figures", Dagang.declared())
                .statusCode(403);
        put(Tokens.of("operator", "nansha/lanhe"), "nansha-st-2024", "declared-figures", Dagang.declared())
                .statusCode(404);
        as(Tokens.of("bureau", "nansha"))
                .get("/v1/evaluations/nothing/achievement")
                .then()
                .statusCode(404);
    }

    @Test
    void thePartiesSeeWhatIsFrozenAndOnlyFromThePanel() {
        Topics.publish(
                "district.agreement", "nansha/dongchong/dagang-2023", "AgreementSigned", agreementOf("dongchong"));
        open("dongchong-2024", "dongchong", true);
        var path = "/v1/evaluations/dongchong-2024";
        var evaluator = Tokens.account("purchaser", "nansha/dongchong");
        Topics.publish("scoring.evaluation", "dongchong-2024", "PanelChanged", """
                {"evaluation":"dongchong-2024","seats":[{"account":"%s","party":"PURCHASER"}]}""".formatted(evaluator.id()));
        as(evaluator.token()).header("Prefer", "wait=1").get(path).then().statusCode(404);
        Topics.publish("scoring.evaluation", "dongchong-2024", "PledgeSigned", """
                {"evaluation":"dongchong-2024","account":"%s"}""".formatted(evaluator.id()));

        as(evaluator.token()).header("Prefer", "wait=30").get(path).then().statusCode(200);
        as(evaluator.token()).get(path + "/achievement").then().statusCode(404);
        as(evaluator.token()).get(path + "/discrepancy-answers").then().statusCode(404);
        as(evaluator.token()).get(path + "/achievement/versions/1").then().statusCode(404);
        as(Tokens.of("purchaser", "nansha/dongchong")).get(path).then().statusCode(404);

        Topics.publish("scoring.evaluation", "dongchong-2024", "EvidenceFrozen", """
                {"evaluation":"dongchong-2024","achievementVersion":1,"staffingVersion":1}""");
        as(evaluator.token())
                .header("Prefer", "wait=30")
                .get(path + "?frozen=true")
                .then()
                .statusCode(200);
        as(evaluator.token()).get(path + "/achievement").then().statusCode(200).body("version", equalTo(1));
        as(Tokens.service("report"))
                .get(path + "/achievement/versions/1")
                .then()
                .statusCode(200);
        as(Tokens.of("purchaser", "nansha/dongchong"))
                .get(path + "/achievement")
                .then()
                .statusCode(404);
    }
}
