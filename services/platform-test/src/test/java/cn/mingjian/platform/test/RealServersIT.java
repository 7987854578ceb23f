package cn.mingjian.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealServersIT {

    private static Map<String, String> settings = Map.of();

    @BeforeAll
    static void start() {
        settings = new RealServers().start();
    }

    @Test
    void losesNothingThatPostgresAcknowledged() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        settings.get("MINGJIAN_DATABASE_URL"),
                        settings.get("MINGJIAN_DATABASE_USER"),
                        settings.get("MINGJIAN_DATABASE_PASSWORD"));
                var rows = connection
                        .createStatement()
                        .executeQuery("select current_setting('fsync') || current_setting('synchronous_commit')")) {
            rows.next();

            assertThat(rows.getString(1)).isEqualTo("onon");
        }
    }

    @Test
    void givesAnAccountTheRoleOfItsPortalAndItsPlaces() throws IOException {
        Account somebody = Tokens.account("third-party", "nansha/dagang", "nansha/lanhe");

        JsonNode claims = claims(somebody.token());

        assertThat(claims.path("sub").asText()).isEqualTo(somebody.id());
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("third-party");
        assertThat(texts(claims.path("groups")))
                .containsExactlyInAnyOrder("/nansha/dagang/third-party", "/nansha/lanhe/third-party");
        assertThat(texts(claims.path("aud"))).contains("mingjian-scoring", "mingjian-report");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void carriesNoRoleThroughAnotherPortal() throws IOException {
        Account evaluator = Tokens.account("purchaser", "nansha/dagang");

        JsonNode claims = claims(evaluator.token("bureau"));

        assertThat(texts(claims.at("/realm_access/roles"))).isEmpty();
    }

    @Test
    void namesMachinesByTheirService() throws IOException {
        assertThat(texts(claims(Tokens.service("report")).at("/realm_access/roles")))
                .containsExactly("service:report");
        assertThat(texts(claims(Tokens.installer()).at("/realm_access/roles"))).containsExactly("installer");
        assertThat(texts(claims(Tokens.installer()).path("groups"))).containsExactly("/installer");
        assertThat(texts(claims(Tokens.of("platform", "nansha")).path("groups")))
                .containsExactly("/nansha/platform");
    }

    @Test
    void openToMachinesOnlyTheServicesTheyCall() throws IOException {
        assertThat(texts(claims(Tokens.service("report")).path("aud")))
                .containsExactlyInAnyOrder(
                        "mingjian-district", "mingjian-indicator", "mingjian-staffing", "mingjian-scoring");
        assertThat(claims(Tokens.client("municipal-platform")).path("aud").asText())
                .isEqualTo("mingjian-integration");
        assertThat(claims(Tokens.installer()).path("aud").asText()).isEqualTo("mingjian-district");
        assertThat(claims(Tokens.service("scoring")).path("aud").isMissingNode())
                .isTrue();
    }

    @Test
    void readsBackTheEventThatFits() {
        Topics.publish("scoring.evaluation", "e1", "PhaseChanged", Map.of("evaluation", "e1", "phase", "SCORING"));
        Topics.publish("scoring.evaluation", "e1", "PhaseChanged", Map.of("evaluation", "e1", "phase", "FEEDBACK"));

        JsonNode event = Topics.await("scoring.evaluation", "PhaseChanged", it -> it.path("phase")
                .asText()
                .equals("FEEDBACK"));

        assertThat(event.path("phase").asText()).isEqualTo("FEEDBACK");
        assertThat(event.path("station").asText()).as("what the test left out").isEqualTo("dagang");
    }

    @Test
    void waitsForATopicThatDoesNotExistYet() throws Exception {
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonNode> awaited = side.submit(() -> Topics.await("report.report", "ReportIssued", _ -> true));

            Topics.publish("report.report", "e1", "ReportIssued", Map.of("evaluation", "e1", "version", 7));

            assertThat(awaited.get().path("version").asInt()).isEqualTo(7);
        }
    }

    @Test
    void letsNoTestPublishWhatNoNeighbourMay() {
        assertThatThrownBy(() -> Topics.publish("scoring.evaluation", "e1", "PhaseChanged", "{\"phaze\":\"SCORING\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cn.mingjian.scoring.PhaseChanged.v1 on scoring.evaluation: ")
                .hasMessageContaining("phaze");
        assertThatThrownBy(() -> Topics.publish("scoring.evaluation", "e1", "PhaseChanged", "{\"phase\":\"LUNCH\"}"))
                .hasMessageContaining("$.phase");
        assertThatThrownBy(() -> Topics.publish("scoring.evaluation", "e1", "PhaseLeft", "{}"))
                .hasMessageContaining("no such message");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
