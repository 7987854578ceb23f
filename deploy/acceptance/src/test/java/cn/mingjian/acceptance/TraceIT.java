package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.running.Messages;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One trace id leads through all services: over HTTP, through Kafka, up to the report; and their logs can be read by programs. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class TraceIT {
    private static final String ROUND = "dagang-2023-traced";
    private static final String VERIFICATION = "/v1/issued-reports/verifications";
    private static final String ACCESS_LOG = "io.quarkus.http.access-log";
    private static final Pattern REQUEST =
            Pattern.compile("method=(\\S+) path=(\\S+) status=\\d{3} ms=\\d+ trace=([0-9a-f]{32})");
    private static final Pattern TOPICS = Pattern.compile("mingjian\\..*");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final RunningPlatform platform;
    private final Doors doors;
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-00";

    TraceIT(RunningPlatform platform) throws IOException {
        this.platform = platform;
        this.doors = new Doors(platform);
    }

    @Test
    void aCorrectionIsFollowedToTheDraftReportThatComesOfIt(@TempDir Path folder) throws Exception {
        WalkedRound walked = new WalkedRound(platform, doors, folder);
        AmendedRound round = new AmendedRound(ROUND, doors, walked.people(), walked.recused());
        String correction = "/v1/evaluations/" + ROUND + "/sheets/tp-1/amendments/1";

        var answer = doors.send(
                Request.put("scoring", correction, round.amendment("third-party")),
                "Authorization",
                "Bearer " + walked.as("third-party").token(),
                "traceparent",
                traceparent);

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        assertThat(eventsUpTo("DraftPublished")).contains("scoring.ResultDetermined", "report.DraftPublished");
        Map<String, Set<String>> requests = requests();
        assertThat(requests.get("scoring")).contains("PUT " + correction);
        // What the report is made of, it has asked for under the same id.
        assertThat(requests).containsKeys("district", "indicator", "staffing");
        assertThat(requests.get("scoring")).anyMatch(request -> request.startsWith("GET "));
    }

    @Test
    void whatIsAskedOfThePortalIsFollowedIntoTheService() throws Exception {
        String token = "AAAAAAAAAAAAAAAAAAAAAA";
        var request = HttpRequest.newBuilder(
                        URI.create(platform.addresses().get("portal").asText() + "/public-api" + VERIFICATION))
                .header("Content-Type", "application/json")
                .header("Cookie", "csrf-token=" + token)
                .header("X-CSRF-TOKEN", token)
                .header("traceparent", traceparent)
                .POST(BodyPublishers.ofString("{\"code\":\"0000\"}"))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }

        assertThat(requestsOf("portal", "report"))
                .isEqualTo(Map.of(
                        "portal", Set.of("POST /public-api" + VERIFICATION), "report", Set.of("POST " + VERIFICATION)));
    }

    @Test
    void everyLineOfALogIsAnObjectThatTellsItsTimeLevelServiceAndTrace() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String service : services()) {
            for (String line : log(service)) if (!isStructured(service, line)) wrong.add(service + ": " + line);
            assertThat(log(service)).as(service).isNotEmpty();
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isStructured(String service, String line) {
        try {
            JsonNode said = Doors.JSON.readTree(line);
            OffsetDateTime.parse(said.path("timestamp").asText());
            String message = said.path("message").asText();
            return said.path("level").asText().matches("DEBUG|INFO|WARN|ERROR|FATAL")
                    && said.path("service").asText().equals(service)
                    && !said.path("loggerName").asText().isEmpty()
                    && (!said.path("loggerName").asText().equals(ACCESS_LOG)
                            || REQUEST.matcher(message).matches());
        } catch (JsonProcessingException | DateTimeParseException prose) {
            return false;
        }
    }

    /** The types of all events under the trace, by service, once one of this type is among them. */
    private Set<String> eventsUpTo(String type) throws IOException {
        Set<String> types = new TreeSet<>();
        Instant end = Instant.now().plus(PATIENCE);
        while (types.stream().noneMatch(each -> each.endsWith("." + type))
                && Instant.now().isBefore(end)) {
            Messages.read(platform.platform(), TOPICS, message -> {
                if (Messages.header(message, "ce_traceparent").startsWith("00-" + trace + "-"))
                    types.add(Messages.header(message, "ce_type")
                            .replaceFirst("^cn\\.mingjian\\.", "")
                            .replaceFirst("\\.v1$", ""));
            });
        }
        return types;
    }

    /** What was asked of each service under the trace, as its log tells it. */
    private Map<String, Set<String>> requests() throws IOException {
        Map<String, Set<String>> requests = new TreeMap<>();
        for (String service : services()) {
            for (String line : log(service)) {
                Matcher request = REQUEST.matcher(line);
                if (request.find() && request.group(3).equals(trace))
                    requests.computeIfAbsent(service, _ -> new HashSet<>())
                            .add(request.group(1) + " " + request.group(2));
            }
        }
        return requests;
    }

    /** The same once all of these have logged something: an answer is logged after it is given. */
    private Map<String, Set<String>> requestsOf(String... services) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!requests().keySet().containsAll(List.of(services))
                && Instant.now().isBefore(end)) LockSupport.parkNanos(LOOK.toNanos());
        return requests();
    }

    private List<String> services() throws IOException {
        List<String> services = new ArrayList<>(List.of("portal"));
        platform.addresses().get("services").fieldNames().forEachRemaining(services::add);
        return services;
    }

    /** The lines of a service's log that are whole. */
    private List<String> log(String service) throws IOException {
        String log = Files.readString(platform.platform().data().resolve("logs").resolve(service + ".log"));
        return log.substring(0, log.lastIndexOf('\n') + 1).lines().toList();
    }
}
