package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.acceptance.bundle.BundleGenerator;
import cn.mingjian.acceptance.running.Messages;
import cn.mingjian.contracts.event.EventContracts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing goes around Kafka, Keycloak, or a service's own database and API. Comes last: it reads what all tests have published. */
@Order(Integer.MAX_VALUE)
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class NoShortcutsIT {
    private static final EventContracts EVENTS = EventContracts.in(RunningPlatform.ROOT.resolve("contracts"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES =
            List.of("district", "indicator", "staffing", "scoring", "report", "integration");

    /** A bundle with objections, records and claims. */
    private static final long EVENTFUL_SEED = 1;

    private final RunningPlatform platform;

    NoShortcutsIT(RunningPlatform platform) {
        this.platform = platform;
    }

    /** So that every type of event has had its occasion. */
    @BeforeAll
    static void evaluationsHaveGoneThrough(RunningPlatform platform, @TempDir Path folder) throws Exception {
        BundleGenerator.write(EVENTFUL_SEED, folder.resolve("bundle"));
        var ending = platform.evaluate(folder.resolve("bundle"), folder.resolve("out"));
        assertThat(ending.code()).as(ending.said()).isZero();
        new WalkedRound(platform, new Doors(platform), folder);
    }

    @Test
    void everyServerAndServiceIsAProcessOfItsOwn() throws IOException {
        Set<Long> processes = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (JsonNode part : platform.processes()) {
            names.add(part.get("name").asText());
            processes.add(part.get("pid").asLong());
        }

        assertThat(names).containsAll(SERVICES).contains("portal", "postgres", "kafka", "keycloak");
        assertThat(processes).hasSameSizeAs(names).allSatisfy(pid -> assertThat(ProcessHandle.of(pid))
                .isPresent());
    }

    @Test
    void everyTypeOfEventWentOverItsTopicInItsPublishedForm() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (ConsumerRecord<String, String> message : messages("mingjian\\.[a-z]+\\.[a-z]+")) {
            String type = new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            String topic = message.topic().substring("mingjian.".length());
            seen.add(type);
            assertThat(EVENTS.violations(topic, message.key(), type, JSON.readTree(message.value())))
                    .as("%s: %s", type, message.value())
                    .isEmpty();
        }

        assertThat(seen).isEqualTo(EVENTS.types());
    }

    @Test
    void noEventEndedAsADeadLetter() throws IOException {
        assertThat(messages("mingjian\\..*dead-letter.*"))
                .extracting(ConsumerRecord::value)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"district", "indicator", "staffing", "scoring", "report", "integration"})
    void aServiceEntersItsOwnDatabaseOnly(String service) throws Exception {
        String password = platform.secret("database-" + service);

        try (var own = DriverManager.getConnection(platform.database(service), service, password)) {
            assertThat(own.isValid(5)).isTrue();
        }

        List<String> others = new ArrayList<>(SERVICES);
        others.remove(service);
        others.add("keycloak");
        for (String other : others)
            assertThatThrownBy(() -> DriverManager.getConnection(platform.database(other), service, password))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
    }

    @ParameterizedTest
    @CsvSource({
        "district, /v1/districts/nansha",
        "indicator, /v1/evaluations/round-1/achievement",
        "staffing, /v1/evaluations/round-1/staffing",
        "scoring, /v1/evaluations/round-1/result",
        "report, /v1/evaluations/round-1/claims",
        "integration, /v1/districts/panyu/stations/dagang/deliveries/round-1"
    })
    void aRequestNeedsATokenOfKeycloakForThisVeryService(String service, String path) throws Exception {
        assertThat(status(service, path, null)).isEqualTo(401);
        assertThat(status(service, path, "e30.e30.")).isEqualTo(401);
        assertThat(status(service, path, token("demo-accounts"))).isEqualTo(401);
    }

    @Test
    void aMachineHasTokensForItsOwnServiceOnly() throws Exception {
        assertThat(status("district", "/v1/districts/nansha", token("installer")))
                .isNotEqualTo(401);
        assertThat(status("scoring", "/v1/evaluations/round-1/result", token("installer")))
                .isEqualTo(401);
        assertThat(status("scoring", "/v1/evaluations/round-1/result", token("municipal-platform")))
                .isEqualTo(401);
    }

    private int status(String service, String path, @Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(
                URI.create(platform.addresses().at("/services/" + service).asText() + path));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private String token(String machine) throws Exception {
        JsonNode addresses = platform.addresses();
        var request = HttpRequest.newBuilder(
                        URI.create(addresses.get("keycloak").asText() + "/realms/"
                                + addresses.get("realm").asText() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + machine + "&client_secret="
                        + addresses.at("/clients/" + machine).asText()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body())
                    .get("access_token")
                    .asText();
        }
    }

    private List<ConsumerRecord<String, String>> messages(String topics) throws IOException {
        List<ConsumerRecord<String, String>> messages = new ArrayList<>();
        Messages.read(platform.platform(), Pattern.compile(topics), messages::add);
        return messages;
    }
}
