package cn.mingjian.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.acceptance.fuzz.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What strangers find at the services' ports: the operations of contracts/openapi, within limits, and nothing else. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class PublicPortIT {
    private static final String PROBLEM = "application/problem+json";
    private static final String DISTRICT = "/v1/districts/strangers";
    private static final String DELIVERY = "/v1/districts/nansha/stations/dagang/deliveries/strangers";
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "TRACE");
    private static final List<String> ELSEWHERE = List.of(
            "/",
            "/v1",
            "/v1/",
            "/v1/nothing",
            "/v2/evaluations/any",
            "/q",
            "/q/health",
            "/q/health/ready",
            "/q/metrics",
            "/q/openapi",
            "/q/swagger-ui",
            "/q/dev-ui",
            "/q/info",
            "/openapi",
            "/swagger-ui",
            "/metrics",
            "/index.html",
            "/favicon.ico",
            "/application.properties",
            "/META-INF/MANIFEST.MF");

    private final RunningPlatform platform;
    private final Doors doors;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PublicPortIT(RunningPlatform platform) throws IOException {
        this.platform = platform;
        this.doors = new Doors(platform);
    }

    @Test
    void noPathIsThereButTheAgreedOnes() throws Exception {
        String token = token("bureau");

        for (String service : services().keySet()) {
            for (String path : ELSEWHERE) {
                assertRefused(404, send(service, "GET", path, ""), service + path);
                assertRefused(404, send(service, "GET", path, token), service + path);
            }
        }
    }

    /** Whoever is not signed in is not even told what there is. */
    @Test
    void thePortalHasItsPagesAndNothingElse() throws Exception {
        URI portal = URI.create(platform.addresses().get("portal").asText());
        for (String path : ELSEWHERE) {
            if (path.equals("/")) continue;
            for (String method : METHODS) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(portal.resolve(path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as("%s %s: %s", method, path, answer.body())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void noMethodIsThereButTheAgreedOnes() throws Exception {
        Map<String, Map<String, Set<String>>> agreed = Operation.all(RunningPlatform.ROOT.resolve("contracts")).stream()
                .collect(groupingBy(
                        Operation::service,
                        groupingBy(
                                operation -> operation.path().replaceAll("\\{[a-z]+}", "1"),
                                mapping(Operation::method, toSet()))));
        String token = token("bureau");

        assertThat(agreed.keySet()).isEqualTo(services().keySet());
        for (var service : agreed.entrySet()) {
            for (var path : service.getValue().entrySet()) {
                for (String method : METHODS) {
                    if (path.getValue().contains(method)) continue;
                    HttpResponse<String> answer = send(service.getKey(), method, path.getKey(), token);
                    // Where the paths of two resources begin alike, the router no longer knows that only the method is
                    // wrong.
                    int status = answer.statusCode() == 404 ? 404 : 405;
                    assertRefused(status, answer, service.getKey() + " " + method + " " + path.getKey());
                }
            }
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedByItsDeclaredLength() throws Exception {
        try (Socket socket = registering("Content-Length: " + (MOST_BYTES + 1))) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 413 ").contains(PROBLEM, "request-too-large");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAsSoonAsItIs() throws Exception {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        try (Socket socket = registering("Transfer-Encoding: chunked")) {
            int sent = 0;
            try {
                for (; sent <= 4 * MOST_BYTES; sent += 0x10000)
                    socket.getOutputStream().write(chunk);
            } catch (SocketException hungUp) {
                assertThat(sent).isGreaterThanOrEqualTo(MOST_BYTES);
            }

            assertThat(sent).isLessThan(4 * MOST_BYTES);
            assertThat(answer(socket)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUp() throws Exception {
        try (Socket socket = registering("Content-Length: 1000")) {
            OutputStream out = socket.getOutputStream();
            for (int second = 0; second < 40 && socket.getInputStream().available() == 0; second++) {
                out.write(' ');
                Thread.sleep(Duration.ofSeconds(1));
            }

            assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains(PROBLEM, "request-too-slow");
        }
    }

    @Test
    void whoGuessesCodesOfReportsIsSlowedDownAndNobodyElse() throws Exception {
        String guess = "/v1/issued-reports/verifications";
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int attempt = 0; attempt < 40; attempt++) {
            answers.add(http.send(
                    request("report", guess)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"code\":\"guess-" + attempt + "\"}"))
                            .build(),
                    BodyHandlers.ofString()));
        }

        HttpResponse<String> last = answers.getLast();
        assertRefused(429, last, guess);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answers.getFirst().statusCode()).isBetween(400, 422);
        assertRefused(404, send("report", "GET", "/v1/nothing", ""), "another path");
    }

    @Test
    void whoWaitsForALockedTableIsToldSo() throws Exception {
        String token = token("platform");

        try (var connection = DriverManager.getConnection(
                        platform.database("integration"), "postgres", platform.secret("postgres"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table delivery in access exclusive mode");
            long before = System.nanoTime();

            assertRefused(503, send("integration", "GET", DELIVERY, token), DELIVERY);

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(25));
            connection.rollback();
        }
        assertRefused(404, send("integration", "GET", DELIVERY, token), DELIVERY);
    }

    @Test
    void healthAndMetricsAreOnThePortOfTheOperatorsOnly() throws Exception {
        Map<String, String> all = services();
        all.put("portal", platform.addresses().get("portal").asText());
        for (String service : all.keySet()) {
            int port = Integer.parseInt(environment(service).get("MINGJIAN_MANAGEMENT_PORT"));
            String operators = "http://127.0.0.1:" + port;

            for (String path : List.of("/q/health/live", "/q/health/ready", "/q/metrics")) {
                assertThat(get(operators + path).statusCode())
                        .as(service + path)
                        .isEqualTo(200);
            }
            assertThat(get(operators + DISTRICT).statusCode()).as(service).isEqualTo(404);
            // Bound to the address that is configured, not to every one the machine has.
            for (int bound : List.of(port, URI.create(all.get(service)).getPort())) {
                assertThatThrownBy(() -> new Socket("127.0.0.2", bound).close()).isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void thePortalsAnonymousCallersAreToldApartAndNobodyElseSaysWhereItComesFrom() throws Exception {
        String portal = platform.addresses().get("portal").asText() + "/public-api";
        String report = services().get("report");

        List<Integer> hasty = new ArrayList<>();
        for (int asked = 0; asked < 40; asked++)
            hasty.add(verify(portal, "127.0.0.5", "").statusCode());
        assertThat(hasty).startsWith(404).contains(429).containsOnly(404, 429);
        assertThat(verify(portal, "127.0.0.6", "").statusCode()).isEqualTo(404);
        assertThat(verify(portal, "127.0.0.5", "127.0.0.7").statusCode()).isEqualTo(429);

        assertThat(verify(report, "127.0.0.8", "127.0.0.5").statusCode()).isEqualTo(404);
        List<Integer> forged = new ArrayList<>();
        for (int asked = 0; asked < 40; asked++)
            forged.add(verify(report, "127.0.0.8", "127.1.0." + asked).statusCode());
        assertThat(forged).contains(429);
    }

    /** Asks whether a report is genuine, from an address and with what it says of its origin. */
    private HttpResponse<String> verify(String base, String from, String forwarded) throws Exception {
        String token = get(platform.addresses().get("portal").asText() + "/verification")
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(cookie -> cookie.startsWith("csrf-token="))
                .map(cookie -> cookie.substring("csrf-token=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from))
                .build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/v1/issued-reports/verifications"))
                    .header("Content-Type", "application/json")
                    .header("Cookie", "csrf-token=" + token)
                    .header("X-CSRF-TOKEN", token)
                    .POST(BodyPublishers.ofString("{\"code\":\"0000\"}"));
            if (!forwarded.isEmpty()) request.header("X-Forwarded-For", forwarded);
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static void assertRefused(int status, HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(what).contains(PROBLEM);
        assertThat(Doors.json(answer.body()).get("status").asInt()).as(what).isEqualTo(status);
    }

    private HttpResponse<String> send(String service, String method, String path, String token) throws Exception {
        HttpRequest.Builder request = request(service, path).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Good for every service. */
    private String token(String role) throws IOException {
        try (var tokens = new ForgedTokens(doors)) {
            return tokens.signed(List.of(role), List.of("/nansha/" + role), ForgedTokens.AUDIENCES, 300);
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String service, String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(services().get(service) + path))
                .timeout(Duration.ofSeconds(60));
    }

    /** The installer, about to send the body of a district. */
    private Socket registering(String length) throws IOException {
        URI district = URI.create(services().get("district"));
        Socket socket = new Socket(district.getHost(), district.getPort());
        socket.setSoTimeout(60_000);
        String head = "PUT " + DISTRICT + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + doors.machine("installer").token() + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Everything up to the end, which the service makes. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private Map<String, String> services() throws IOException {
        Map<String, String> services = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> service :
                platform.addresses().get("services").properties()) {
            services.put(service.getKey(), service.getValue().asText());
        }
        return services;
    }

    private Map<String, String> environment(String service) throws IOException {
        for (JsonNode part : platform.processes()) {
            if (part.get("name").asText().equals(service)) {
                String all = Files.readString(Path.of("/proc", part.get("pid").asText(), "environ"));
                Map<String, String> environment = new LinkedHashMap<>();
                Stream.of(all.split("\0"))
                        .map(variable -> variable.split("=", 2))
                        .filter(variable -> variable.length == 2)
                        .forEach(variable -> environment.put(variable[0], variable[1]));
                return environment;
            }
        }
        throw new IllegalStateException(service);
    }
}
