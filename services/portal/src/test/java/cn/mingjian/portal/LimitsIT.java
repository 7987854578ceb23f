package cn.mingjian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.stack.TestServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stranger does not become a burden to others at the portal: narrow limits, so that they are met; each test its own address. */
@QuarkusTest
@TestProfile(LimitsIT.Narrow.class)
class LimitsIT {

    /** Lets itself be spoken to, and never answers. */
    private static final ServerSocket LISTENING = listening();

    private static final String ANSWER = "/public-api/v1/questionnaires/opening";
    private static final String VERIFICATION = "/public-api/v1/issued-reports/verifications";
    private static final String CSRF = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "mingjian.limits.anonymous.burst", "20",
                    "mingjian.limits.anonymous.per-minute", "1",
                    "mingjian.limits.path.\"/bureau/signed-in\".burst", "2",
                    "mingjian.limits.path.\"/bureau/signed-in\".per-minute", "1",
                    "mingjian.limits.slowest-body", "1S",
                    "mingjian.portal.session-key", "a key of thirty-two bytes or more",
                    "mingjian.portal.secrets.bureau", "secret"));
            var servers = TestServers.ofBuild();
            settings.put("mingjian.portal.issuer", servers.keycloak() + "/realms/" + servers.realm());
            // Nobody is behind the portal here: what it lets through ends as an outage.
            for (String service : List.of("district", "indicator", "staffing", "report")) {
                settings.put("mingjian.portal.services." + service, "http://127.0.0.1:1");
            }
            settings.put("mingjian.portal.services.scoring", "http://127.0.0.1:" + LISTENING.getLocalPort());
            return settings;
        }
    }

    @TestHTTPResource("/")
    URI portal;

    @Test
    void whoTriesSignInsOutWaitsWhileOthersAreServed() throws Exception {
        String end = "/bureau/signed-in?state=guessed&code=guessed";
        try (HttpClient trying = from("127.0.0.11");
                HttpClient other = from("127.0.0.12")) {
            assertThat(get(trying, end).statusCode()).isNotEqualTo(429);
            assertThat(get(trying, end).statusCode()).isNotEqualTo(429);

            assertTooOften(get(trying, end), "/bureau/signed-in");
            assertIsToldOnAPage(open(trying, end));
            assertThat(get(trying, "/").statusCode()).isEqualTo(200);
            assertThat(get(other, end).statusCode()).isNotEqualTo(429);
        }
    }

    @Test
    void whoTriesSessionsOutWaitsAfterHavingBeenSentToSignIn() throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (HttpClient trying = from("127.0.0.13")) {
            for (int request = 0; request < 25; request++) {
                answers.add(trying.send(
                                HttpRequest.newBuilder(portal.resolve("/bureau/board"))
                                        .header("Cookie", "q_session_bureau=guess" + request)
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode());
            }
        }

        assertThat(answers.subList(0, 20)).containsOnly(302);
        assertThat(answers.subList(20, 25)).containsOnly(429);
    }

    @Test
    void whoHasNoAccountWaitsWhileOthersAreServed() throws Exception {
        try (HttpClient hasty = from("127.0.0.14");
                HttpClient other = from("127.0.0.15")) {
            for (int request = 0; request < 20; request++) {
                assertThat(verify(hasty, "{}".getBytes(StandardCharsets.US_ASCII))
                                .statusCode())
                        .isEqualTo(503);
            }

            assertTooOften(verify(hasty, "{}".getBytes(StandardCharsets.US_ASCII)), VERIFICATION);
            assertThat(get(other, "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyIsTooLargeOnceItIsLargerThanAnyServiceTakes() throws Exception {
        try (HttpClient client = from("127.0.0.16")) {
            assertThat(verify(client, new byte[MOST_BYTES]).statusCode()).isEqualTo(503);
        }
        try (Socket sending = sending("127.0.0.16", VERIFICATION, MOST_BYTES + 1)) {
            assertThat(answer(sending))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "urn:mingjian:problem:common:request-too-large");
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUp() throws Exception {
        try (Socket sending = sending("127.0.0.17", ANSWER, 1000)) {
            sending.getOutputStream().write('{');

            assertThat(answer(sending))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json", "urn:mingjian:problem:common:request-too-slow");
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertTooOften(HttpResponse<String> answer, String instance) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answer.body()).contains("urn:mingjian:problem:common:too-many-requests", instance);
    }

    /** Whoever opens an address in a browser reads what is wrong on a page that runs nothing. */
    private static void assertIsToldOnAPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answer.body()).contains("明鉴 · 区民政局", "href=\"/bureau\"").doesNotContain("guessed", "__");
    }

    private static HttpClient from(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(portal.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> open(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(portal.resolve(path))
                        .header("Accept", "text/html,application/xhtml+xml")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> verify(HttpClient client, byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(portal.resolve(VERIFICATION))
                        .header("Content-Type", "application/json")
                        .header("Cookie", "csrf-token=" + CSRF)
                        .header("X-CSRF-TOKEN", CSRF)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private Socket sending(String from, String path, int length) throws IOException {
        Socket socket = new Socket(portal.getHost(), portal.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
        String head = "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: csrf-token=" + CSRF
                + "\r\nX-CSRF-TOKEN: " + CSRF + "\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
