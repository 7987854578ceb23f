package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.scoring.score.Party;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A party that is late, and what the bureau does about it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DeadlineIT {

    @Test
    void aPartyThatMissesItsDeadlineIsVisibleAndGoesOnWhenItIsExtended() {
        TestRound round = TestRound.scoring("dagang-late");
        String deadline = "/parties/PURCHASER/deadline";
        round.put(deadline, due(Instant.now().minusSeconds(1), null))
                .then()
                .statusCode(422)
                .body("type", endsWith(":deadline-not-ahead"));
        Instant soon = Instant.now().plusSeconds(3);
        round.put(deadline, due(soon, null)).then().statusCode(201).body("version", equalTo(1));
        round.put(deadline, due(soon, null)).then().statusCode(200);
        round.get(token("pu-2"), deadline).then().statusCode(200).body("dueAt", equalTo(soon.toString()));
        round.get(token("tp-1"), deadline).then().statusCode(403);
        round.put(token("pu-1"), deadline, due(soon, "再宽限")).then().statusCode(403);
        round.put(token("pu-1"), "/sheets/pu-1", TestRound.sheet("pu-1")).then().statusCode(201);

        assertThat(isOverdueAt(round, soon)).isTrue();

        round.put(token("pu-1"), "/sheets/pu-1/submission", "{}")
                .then()
                .statusCode(409)
                .body("type", endsWith(":deadline-passed"));
        round.put(token("pu-2"), "/sheets/pu-2", TestRound.sheet("pu-2")).then().statusCode(409);
        round.put(token("pu-1"), "/parties/PURCHASER/findings", TestRound.findings(Party.PURCHASER))
                .then()
                .statusCode(409);
        round.put(token("pu-1"), "/sheets/pu-1", TestRound.sheet("pu-1")).then().statusCode(200);
        round.put(token("tp-1"), "/sheets/tp-1", TestRound.sheet("tp-1")).then().statusCode(201);
        Instant later = Instant.now().plus(Duration.ofDays(3));
        round.put(deadline, due(later, null)).then().statusCode(422).body("type", endsWith(":change-without-reason"));
        round.put(deadline, due(later, "台风停工两日")).then().statusCode(200).body("version", equalTo(2));
        round.put(token("pu-1"), "/sheets/pu-1/submission", "{}").then().statusCode(201);
        round.get("/progress").then().body("parties[2].overdue", equalTo(false));
        List<String> told = round.get("/history").then().extract().path("entries.sentence");
        assertThat(told).contains("购买方到期未提交").anyMatch(sentence -> sentence.matches("设定购买方的截止时间：.*（台风停工两日）"));
    }

    private static String due(Instant at, String reason) {
        return "{\"dueAt\":\"" + at + "\"" + (reason == null ? "" : ",\"reason\":\"" + reason + "\"") + "}";
    }

    /** Asks until the instant has gone by, and then once more. */
    private static boolean isOverdueAt(TestRound round, Instant due) {
        boolean overdue = false;
        for (boolean past = false; !past; ) {
            past = Instant.now().isAfter(due);
            overdue = round.get("/progress").then().extract().path("parties[2].overdue");
        }
        return overdue;
    }
}
