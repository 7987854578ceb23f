package cn.mingjian.integration.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole story: a station becomes known, its records come in over HTTP and go out in chunks, the receipt is counted. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IntegrationScenarioIT {
    private static final String DAGANG = "/v1/districts/nansha/stations/dagang";

    @Inject
    ObjectMapper json;

    @Test
    void aDeliveryFromItsFirstByteToItsCountedReceipt() throws Exception {
        deliver("nansha", DAGANG + "/deliveries/early", records("dagang", 1))
                .statusCode(404)
                .body("type", equalTo("urn:mingjian:problem:integration:station-unknown"));
        register("dagang");
        platform("nansha")
                .header("Prefer", "wait=30")
                .get(DAGANG)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        // 1001 records are three chunks; two lines are none.
        var body =
                records("dagang", 1001) + "\n{\"id\":\n" + record("dagang", 7).replace("APPROVED", "MAYBE");
        deliver("nansha", DAGANG + "/deliveries/2024-06", body)
                .statusCode(202)
                .body("lines", equalTo(1003))
                .body("quarantined", equalTo(2))
                .body("digest", equalTo(sha256(body)))
                .body("state", equalTo("RECEIVED"))
                .body("counted", nullValue());
        platform("nansha")
                .get(DAGANG + "/deliveries/2024-06/quarantine")
                .then()
                .body("lines.line", contains(1002, 1003))
                .body("lines.reason", contains("不是有效的 JSON 对象", "status：“MAYBE”不在可选值之内（APPROVED、RETURNED、SUBMITTED）"))
                .body("lines[0].raw", equalTo("{\"id\":"));
        platform("nansha")
                .get(DAGANG + "/deliveries/2024-06/quarantine?after=1002")
                .then()
                .body("lines.line", contains(1003));

        for (var chunk = 0; chunk < 3; chunk++) {
            var number = chunk;
            var event = Topics.await(
                    "integration.record",
                    "ServiceRecordsReceived",
                    it -> it.get("delivery").asText().equals("2024-06")
                            && it.get("chunk").asInt() == number);
            assertThat(event.get("records")).hasSize(chunk == 2 ? 1 : 500);
            assertThat(event.get("last").asBoolean()).isEqualTo(chunk == 2);
        }

        // Again: the same receipt. Something else under the same key: no.
        deliver("nansha", DAGANG + "/deliveries/2024-06", body).statusCode(200).body("lines", equalTo(1003));
        deliver("nansha", DAGANG + "/deliveries/2024-06", body + "\n")
                .statusCode(409)
                .body("type", equalTo("urn:mingjian:problem:integration:delivery-differs"));

        Topics.publish(
                "indicator.delivery",
                "nansha/dagang",
                "ServiceRecordsCounted",
                Map.of(
                        "district",
                        "nansha",
                        "station",
                        "dagang",
                        "delivery",
                        "2024-06",
                        "accepted",
                        1000,
                        "duplicates",
                        1,
                        "conflicts",
                        0));
        platform("nansha")
                .header("Prefer", "wait=30")
                .get(DAGANG + "/deliveries/2024-06")
                .then()
                .body("state", equalTo("COUNTED"))
                .body("counted.accepted", equalTo(1000));
        RowSecurity.assertHolds("nansha/dagang");
    }

    @Test
    void anEventIsWhatItsContractSays() throws Exception {
        register("contract");
        var path = "/v1/districts/nansha/stations/contract";
        platform("nansha").header("Prefer", "wait=30").get(path).then().statusCode(200);
        var example =
                json.readTree(Files.readString(Path.of("../../contracts/events/ServiceRecordsReceived.example.json"))
                        .replace("\"dagang\"", "\"contract\""));

        deliver(
                        "nansha",
                        path + "/deliveries/dagang-2023-final",
                        example.at("/records/0").toString())
                .statusCode(202);

        var event = Topics.await("integration.record", "ServiceRecordsReceived", it -> it.get("station")
                .asText()
                .equals("contract"));
        assertThat(event).isEqualTo(example);
    }

    @Test
    void aDeliveryWithoutARecordIsStillHandedOn() {
        register("empty");
        var path = "/v1/districts/nansha/stations/empty";
        platform("nansha").header("Prefer", "wait=30").get(path).then().statusCode(200);

        deliver("nansha", path + "/deliveries/nothing", "\r\n \n")
                .statusCode(202)
                .body("lines", equalTo(0));

        var event = Topics.await("integration.record", "ServiceRecordsReceived", it -> it.get("station")
                .asText()
                .equals("empty"));
        assertThat(event.get("last").asBoolean()).isTrue();
        assertThat(event.get("records")).isEmpty();
    }

    @Test
    void aLineWithACharacterThatCannotBeStoredIsQuarantinedAllTheSame() {
        register("odd");
        var path = "/v1/districts/nansha/stations/odd";
        platform("nansha").header("Prefer", "wait=30").get(path).then().statusCode(200);

        deliver("nansha", path + "/deliveries/d", record("odd", 1).replace("APPROVED", "A\\u0000B"))
                .statusCode(202)
                .body("quarantined", equalTo(1));

        platform("nansha")
                .get(path + "/deliveries/d/quarantine")
                .then()
                .body("lines[0].reason", equalTo("status：“A\uFFFDB”不在可选值之内（APPROVED、RETURNED、SUBMITTED）"));
    }

    @Test
    void longRecordsMakeShorterChunks() {
        register("long");
        var path = "/v1/districts/nansha/stations/long";
        platform("nansha").header("Prefer", "wait=30").get(path).then().statusCode(200);
        var body = records("long", 500).replace("home-visit", "访".repeat(200)).replace("A5", "区".repeat(200));

        deliver("nansha", path + "/deliveries/d", body).statusCode(202).body("quarantined", equalTo(0));

        var second = Topics.await(
                "integration.record",
                "ServiceRecordsReceived",
                it -> it.get("station").asText().equals("long")
                        && it.get("chunk").asInt() == 1);
        assertThat(second.get("records")).hasSizeLessThan(500);
    }

    @Test
    void theSameDeliveryFromTwoSidesAtOnceIsTakenOnce() throws Exception {
        register("twice");
        var path = "/v1/districts/nansha/stations/twice";
        platform("nansha").header("Prefer", "wait=30").get(path).then().statusCode(200);
        var body = records("twice", 700);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> send = () ->
                    deliver("nansha", path + "/deliveries/d", body).extract().statusCode();
            var answers = threads.invokeAll(Collections.nCopies(4, send));
            assertThat(answers.stream().map(Future::resultNow).sorted().toList())
                    .containsExactly(200, 200, 200, 202);
        }
    }

    @Test
    void onlyThePlatformOfTheDistrictDelivers() {
        register("rights");
        var path = "/v1/districts/nansha/stations/rights";
        platform("nansha").header("Prefer", "wait=30").get(path).then().statusCode(200);

        given().contentType("application/x-ndjson")
                .body(new byte[0])
                .put(path + "/deliveries/d")
                .then()
                .statusCode(401);
        deliver("panyu", path + "/deliveries/d", "").statusCode(403);
        given().auth().oauth2(Tokens.of("bureau", "nansha")).get(path).then().statusCode(403);
        deliver("nansha", path + "/deliveries/" + "k".repeat(101), "").statusCode(422);
        platform("nansha").get(path + "/deliveries/nothing").then().statusCode(404);
        platform("nansha").get("/v1/districts/NANSHA/stations/x").then().statusCode(404);
    }

    private static void register(String station) {
        Topics.publish(
                "district.station",
                "nansha/" + station,
                "StationRegistered",
                Map.of("district", "nansha", "station", station, "version", 1, "name", "社工服务站"));
    }

    private static RequestSpecification platform(String district) {
        return given().auth().oauth2(Tokens.of("platform", district));
    }

    private static ValidatableResponse deliver(String district, String path, String body) {
        return platform(district)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put(path)
                .then();
    }

    private static String records(String station, int count) {
        return IntStream.range(0, count).mapToObj(i -> record(station, i)).collect(Collectors.joining("\n"));
    }

    private static String record(String station, int number) {
        return """
                {"id":"GZ-%d","version":1,"station":"%s","type":"home-visit","occurredOn":"2024-02-16",\
                "status":"APPROVED","submittedAt":"2024-02-19T13:33:00+08:00","area":"A5"}""".formatted(number, station);
    }

    private static String sha256(String body) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    }
}
