package cn.mingjian.district;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.district.agreement.Dagang;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole story of a district: registered, its station and agreement, its people, its board. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DistrictScenarioIT {

    /** A district of this run alone: the realm is shared with other tests. */
    private static final String DISTRICT =
            "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    private static final String BASE = "/v1/districts/" + DISTRICT;
    private static final String STATION = BASE + "/stations/dagang";
    private static final String AGREEMENT = STATION + "/agreements/dagang-2023";

    @Test
    void aDistrictGrowsFromItsInstallerToItsBoard() throws Exception {
        theInstallerRegistersTheDistrict();
        theBureauRegistersAStation();
        theBureauSignsAnAgreement();
        theBureauGivesPeopleTheirPlaces();
        aBureauStaysInsideItsDistrictAndBelowItself();
        manyAtOnceMakeNothingTwice();
        theBoardFollowsAndKeepsScoresBackUntilClosed();
    }

    private void theInstallerRegistersTheDistrict() {
        var district = Map.of(
                "name",
                "南沙区",
                "bureauAccount",
                "bureau@" + DISTRICT,
                "platformAccount",
                "service-account-municipal-platform");

        put(Tokens.of("bureau", DISTRICT), BASE, district).statusCode(403);
        get(Tokens.installer(), BASE).statusCode(404);
        put(Tokens.installer(), BASE, Map.of("name", "", "bureauAccount", "bureau@elsewhere"))
                .statusCode(422)
                .body("errors.pointer", contains("/name", "/bureauAccount"));
        put(Tokens.installer(), "/v1/districts/bureau", district)
                .statusCode(422)
                .body("type", equalTo("urn:mingjian:problem:district:code-reserved"));

        String id = put(Tokens.installer(), BASE, district)
                .statusCode(201)
                .body("code", equalTo(DISTRICT), "bureauAccount.username", equalTo("bureau@" + DISTRICT))
                .extract()
                .path("bureauAccount.id");
        put(Tokens.installer(), BASE, district).statusCode(200).body("bureauAccount.id", equalTo(id));
        get(bureau(), BASE).statusCode(200).body("name", equalTo("南沙区"));
        get(Tokens.service("report"), BASE).statusCode(200);
        get(Tokens.of("bureau", "elsewhere"), BASE).statusCode(403);
    }

    private void theBureauRegistersAStation() {
        var station = Map.of(
                "name",
                "大岗镇社工服务站",
                "town",
                "大岗镇",
                "founded",
                "2012-06",
                "sites",
                31,
                "population",
                86364,
                "coverage",
                Map.of("households", 1884, "persons", 2100, "residentsServed", 46579));

        put(bureau(), BASE + "/stations/operator", station).statusCode(422);
        put(bureau(), STATION, Map.of("founded", "2012-13", "sites", -1))
                .statusCode(422)
                .body("errors.pointer", contains("/name", "/founded", "/sites"));
        put(Tokens.of("operator", DISTRICT + "/dagang"), STATION, station).statusCode(403);
        put(bureau(), STATION, station).statusCode(201).body("version", equalTo(1));
        put(bureau(), STATION, station).statusCode(200).body("version", equalTo(1));
        put(bureau(), STATION, Map.of("name", "大岗镇社工站")).statusCode(200).body("version", equalTo(2));

        get(Tokens.of("operator", DISTRICT + "/dagang"), STATION + "/versions/1")
                .statusCode(200)
                .body("coverage.households", equalTo(1884), "code", equalTo("dagang"));
        get(Tokens.of("operator", DISTRICT + "/other"), STATION).statusCode(403);
        JsonNode told = Topics.await(
                "district.station",
                "StationRegistered",
                event -> event.path("version").asInt() == 2);
        assertThat(told.toString())
                .isEqualTo("{\"district\":\"%s\",\"station\":\"dagang\",\"version\":2,\"name\":\"大岗镇社工站\"}"
                        .formatted(DISTRICT));
    }

    private void theBureauSignsAnAgreement() {
        put(bureau(), BASE + "/stations/nowhere/agreements/a", Dagang.agreement())
                .statusCode(404);
        put(bureau(), AGREEMENT, Map.of("from", "2023-08-01"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/annualFee"));
        get(bureau(), AGREEMENT).statusCode(404);

        put(bureau(), AGREEMENT, Dagang.agreement()).statusCode(201).body("version", equalTo(1));
        put(bureau(), AGREEMENT, Dagang.agreement()).statusCode(200).body("version", equalTo(1));

        get(bureau(), AGREEMENT + "/versions/1")
                .statusCode(200)
                .body("code", equalTo("dagang-2023"), "indicators", hasSize(25), "targets[0].area", nullValue());
        JsonNode told = Topics.await("district.agreement", "AgreementSigned", event -> true);
        assertThat(told.path("agreement").asText()).isEqualTo("dagang-2023");
        assertThat(told.path("areas")).hasSize(6);
        assertThat(told.path("requiredStaff").asInt()).isEqualTo(51);
    }

    private void theBureauGivesPeopleTheirPlaces() {
        String id = put(bureau(), account("final.tp-1"), membership("dagang", "third-party"))
                .statusCode(201)
                .body("username", equalTo("final-" + DISTRICT + ".tp-1"))
                .extract()
                .path("id");

        put(bureau(), account("final.TP-1"), membership("dagang", "supervisor"))
                .statusCode(200)
                .body("id", equalTo(id));
        put(bureau(), BASE + "/accounts/operator@dagang." + DISTRICT, membership("dagang", "operator"))
                .statusCode(201);
        // As 监督方 the bureau scores too: its account is there and gains a role.
        put(bureau(), BASE + "/accounts/bureau@" + DISTRICT, membership("dagang", "supervisor"))
                .statusCode(200);
    }

    private void aBureauStaysInsideItsDistrictAndBelowItself() {
        for (String role : List.of("bureau", "platform", "installer", "service:report", "")) {
            put(bureau(), account("final.x"), membership("dagang", role))
                    .statusCode(422)
                    .body("errors.pointer", contains("/memberships/0/role"));
        }
        put(bureau(), account("final.x"), membership("nowhere", "operator"))
                .statusCode(422)
                .body("errors.pointer", contains("/memberships/0/station"));
        put(bureau(), account("final.x"), membership("../bureau", "operator")).statusCode(422);
        put(bureau(), BASE + "/accounts/service-account-installer", membership("dagang", "operator"))
                .statusCode(422);
        put(bureau(), BASE + "/accounts/operator@x.elsewhere", membership("dagang", "operator"))
                .statusCode(422)
                .body("type", equalTo("urn:mingjian:problem:district:account-of-others"));
        put(Tokens.of("bureau", "elsewhere"), account("final.x"), membership("dagang", "operator"))
                .statusCode(403);
    }

    private void manyAtOnceMakeNothingTwice() throws Exception {
        String station = BASE + "/stations/crowded";
        Instant begin = Instant.now();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> registrations = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> put(bureau(), station, Map.of("name", "拥挤"))
                            .extract()
                            .statusCode()))
                    .toList();
            for (Future<Integer> status : registrations) {
                assertThat(status.get()).isIn(200, 201);
            }
            List<Future<String>> accounts = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(
                            () -> put(bureau(), account("crowd.e-" + i % 10), membership("crowded", "third-party"))
                                    .extract()
                                    .<String>path("id")))
                    .toList();
            for (int i = 0; i < 10; i++) {
                assertThat(accounts.get(i).get())
                        .isNotNull()
                        .isEqualTo(accounts.get(i + 10).get());
            }
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
        get(bureau(), station).statusCode(200).body("version", equalTo(1));
    }

    private void theBoardFollowsAndKeepsScoresBackUntilClosed() {
        opened("r-1", "dagang", "FINAL");
        opened("r-2", "crowded", "MIDTERM");
        scoring("r-1", "PhaseChanged", "\"phase\":\"FEEDBACK\"");
        scoring("r-2", "ResultFinalised", "\"resultVersion\":1,\"grade\":\"良好\",\"total\":\"84.75\",\"parties\":null");
        scoring("r-2", "PhaseChanged", "\"phase\":\"SCORING\"");
        awaitBoard("?phase=FEEDBACK");
        awaitBoard("?phase=SCORING");

        get(bureau(), BASE + "/board")
                .statusCode(200)
                .body("evaluations.station", contains("crowded", "dagang"))
                .body("evaluations[0].total", nullValue(), "evaluations[0].grade", nullValue(), "next", nullValue());
        String next = get(bureau(), BASE + "/board?limit=1")
                .statusCode(200)
                .body("evaluations.station", contains("crowded"), "next", notNullValue())
                .extract()
                .path("next");
        get(bureau(), BASE + "/board?limit=1&after=" + next)
                .statusCode(200)
                .body("evaluations.station", contains("dagang"), "next", nullValue());
        get(bureau(), BASE + "/board?stage=MIDTERM").body("evaluations.station", contains("crowded"));
        get(bureau(), BASE + "/board?phase=OPEN&limit=0")
                .statusCode(422)
                .body("errors.pointer", contains("phase", "limit"));
        get(bureau(), BASE + "/board?after=nonsense").statusCode(422);
        get(Tokens.of("bureau", "elsewhere"), BASE + "/board").statusCode(403);

        scoring("r-2", "PhaseChanged", "\"phase\":\"CLOSED\"");
        awaitBoard("?phase=CLOSED");
        get(bureau(), BASE + "/board?phase=CLOSED")
                .body("evaluations[0].total", equalTo("84.75"), "evaluations[0].grade", equalTo("良好"));
    }

    private static void opened(String evaluation, String station, String stage) {
        scoring(
                evaluation,
                "EvaluationOpened",
                "\"code\":\"%s\",\"title\":\"末期评估\",\"stage\":\"%s\"".formatted(evaluation, stage),
                station);
    }

    private static void scoring(String evaluation, String type, String fields) {
        scoring(evaluation, type, fields, "dagang");
    }

    private static void scoring(String evaluation, String type, String fields, String station) {
        Topics.publish(
                "scoring.evaluation",
                evaluation,
                type,
                "{\"evaluation\":\"%s\",\"district\":\"%s\",\"station\":\"%s\",%s}"
                        .formatted(evaluation, DISTRICT, station, fields));
    }

    /** Asks until the board shows an entry that fits, or twenty seconds have passed. */
    private static void awaitBoard(String query) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (get(bureau(), BASE + "/board" + query)
                .extract()
                .<List<?>>path("evaluations")
                .isEmpty()) {
            assertThat(Instant.now()).as("board with " + query).isBefore(deadline);
        }
    }

    private static String account(String name) {
        return BASE + "/accounts/" + name.replace(".", "-" + DISTRICT + ".");
    }

    private static Map<String, Object> membership(String station, String role) {
        return Map.of("displayName", "评委", "memberships", List.of(Map.of("station", station, "role", role)));
    }

    private static String bureau() {
        return Tokens.of("bureau", DISTRICT);
    }

    private static ValidatableResponse put(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }
}
