package cn.mingjian.integration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cn.mingjian.platform.test.Account;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One caller does not become a burden to the others: narrow limits, so that they are met. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(LimitsIT.Narrow.class)
class LimitsIT {
    private static final String STATION = "/v1/districts/nansha/stations/nowhere";
    private static final String THERE = "/v1/districts/nansha/stations/trickling";
    private static final int STALLED = 150;

    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mingjian.limits.account.burst", "5",
                    "mingjian.limits.account.per-minute", "1",
                    "mingjian.limits.anonymous.burst", "20",
                    "mingjian.limits.anonymous.per-minute", "1",
                    "mingjian.limits.path.\"/v1/narrow\".burst", "2",
                    "mingjian.limits.path.\"/v1/narrow\".per-minute", "1",
                    "mingjian.limits.slowest-body", "1S",
                    "quarkus.http.idle-timeout", "3S");
        }
    }

    @Test
    void anAccountThatAsksTooOftenWaitsWhileOthersAreServed() {
        Account busy = Tokens.account("platform", "nansha");
        Account other = Tokens.account("platform", "nansha");
        for (int request = 0; request < 5; request++) {
            assertThat(status(busy)).isEqualTo(404);
        }

        given().auth()
                .oauth2(busy.token())
                .get(STATION)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("5\\d|60"))
                .body("type", equalTo("urn:mingjian:problem:common:too-many-requests"))
                .body("instance", equalTo(STATION));
        assertThat(status(other)).isEqualTo(404);
    }

    @Test
    void anAddressThatTriesTokensOutWaitsWhileWhoeverIsSignedInIsServed() {
        List<Integer> answers = new ArrayList<>();
        for (int request = 0; request < 25; request++) {
            answers.add(given().header("Authorization", "Bearer guess-" + request)
                    .get(STATION)
                    .statusCode());
        }

        assertThat(answers).contains(429).doesNotContain(200, 404);
        assertThat(answers.subList(answers.indexOf(429), answers.size())).containsOnly(429);
        assertThat(status(Tokens.account("platform", "nansha"))).isEqualTo(404);
    }

    @Test
    void aPathMayHaveANarrowerLimitOfItsOwn() {
        assertThat(given().get("/v1/narrow").statusCode()).isEqualTo(404);
        assertThat(given().get("/v1/narrow").statusCode()).isEqualTo(404);
        given().get("/v1/narrow").then().statusCode(429);
    }

    @Test
    void bodiesThatTrickleAreGivenUpWhileOthersAreServed() throws IOException {
        registerThere();
        Account slow = Tokens.account("platform", "nansha");
        Account other = Tokens.account("platform", "nansha");
        List<Socket> stalled = new ArrayList<>();
        for (int connection = 0; connection < STALLED; connection++) {
            stalled.add(stalled(slow));
        }

        given().auth().oauth2(other.token()).get(STATION).then().statusCode(404).body("type", endsWith("unknown"));

        for (Socket connection : stalled) {
            connection.setSoTimeout(10_000);
            try (connection;
                    InputStream answer = connection.getInputStream()) {
                assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                        .matches("(?s)HTTP/1.1 (408|429) .*application/problem\\+json.*")
                        .containsIgnoringCase("\r\nconnection: close\r\n");
            }
        }
    }

    @Test
    void aRefusalReachesWhoeverIsStillSending() throws IOException {
        byte[] body = new byte[4_000_000];
        for (int attempt = 0; attempt < 20; attempt++) {
            try (Socket sending = new Socket("127.0.0.1", RestAssured.port)) {
                sending.setSoTimeout(10_000);
                sending.getOutputStream()
                        .write(head("no.such.token", body.length).getBytes(StandardCharsets.US_ASCII));
                sending.getOutputStream().write(body);

                assertThat(new String(sending.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .matches("(?s)HTTP/1.1 (401|429) .*application/problem\\+json.*");
            }
        }
    }

    @Test
    void aConnectionOverWhichNothingComesIsClosed() throws IOException {
        try (Socket idle = new Socket("127.0.0.1", RestAssured.port)) {
            idle.setSoTimeout(20_000);

            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void oneOfTwoTokensIsNotChosen() {
        String token = Tokens.account("platform", "nansha").token();

        for (String other : List.of("x", token)) {
            given().header("Authorization", "Bearer " + token, "Bearer " + other)
                    .get(STATION)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:mingjian:problem:common:malformed-request"));
        }
    }

    /** At a station that nobody knows nothing of a body need be waited for. */
    private static void registerThere() {
        Topics.publish(
                "district.station",
                "nansha/trickling",
                "StationRegistered",
                Map.of("district", "nansha", "station", "trickling", "version", 1, "name", "社工服务站"));
        given().auth()
                .oauth2(Tokens.of("platform", "nansha"))
                .header("Prefer", "wait=30")
                .get(THERE)
                .then()
                .statusCode(200);
    }

    private static Socket stalled(Account account) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream().write((head(account.token(), 1000) + "{").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(String token, int length) {
        return "PUT " + THERE + "/deliveries/slow HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static int status(Account account) {
        return given().auth().oauth2(account.token()).get(STATION).statusCode();
    }
}
