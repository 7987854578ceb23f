package cn.mingjian.district;

import static cn.mingjian.district.TestDistrict.membership;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.district.agreement.Dagang;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole story of a district: registered, its station and agreement, its people. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DistrictScenarioIT {

    private static final String STATION = "/stations/dagang";
    private static final String AGREEMENT = STATION + "/agreements/dagang-2023";

    private final TestDistrict district = TestDistrict.unique();
    private final TestDistrict elsewhere = TestDistrict.unique();

    @Test
    void aDistrictGrowsFromItsInstallerToItsPeople() throws Exception {
        theInstallerRegistersTheDistrict();
        theBureauRegistersAStation();
        theBureauSignsAnAgreement();
        aFaultyAgreementLeavesNothing();
        theBureauGivesPeopleTheirPlaces();
        aBureauStaysInsideItsDistrictAndBelowItself();
        othersAreTurnedAway();
        manyAtOnceMakeNothingTwice();
        theBureauFindsStationsAgreementsAndPeople();
        theBureauIssuesFirstPasswordsToItsOwnPeople();
        RowSecurity.assertHolds(district.code() + "/dagang");
    }

    private void theInstallerRegistersTheDistrict() {
        String office = "bureau@" + district.code();
        var document =
                Map.of("name", "南沙区", "bureauAccount", office, "platformAccount", "service-account-municipal-platform");
        String installer = Tokens.installer();

        district.put("", document).statusCode(403);
        district.get(installer, "").statusCode(404);
        district.put(installer, "", Map.of("name", "", "bureauAccount", "bureau@elsewhere"))
                .statusCode(422)
                .body("errors.pointer", contains("/name", "/bureauAccount"));
        new TestDistrict("bureau")
                .put(installer, "", document)
                .statusCode(422)
                .body("type", endsWith(":district:code-reserved"));
        district.get(installer, "").statusCode(404);

        String id = district.put(installer, "", document)
                .statusCode(201)
                .body("code", equalTo(district.code()), "version", equalTo(1))
                .body("bureauAccount.username", equalTo(office))
                .extract()
                .path("bureauAccount.id");
        district.put(installer, "", document)
                .statusCode(200)
                .body("bureauAccount.id", equalTo(id), "version", equalTo(1));

        assertThat(TestDistrict.rights(id)).isEqualTo(Map.of("/" + district.code() + "/bureau", List.of("bureau")));
        district.get("").statusCode(200).body("name", equalTo("南沙区"));
        district.get(Tokens.service("report"), "").statusCode(403);
    }

    private void theBureauRegistersAStation() {
        var coverage = Map.of("households", 1884, "persons", 2100, "residentsServed", 46579);
        var profile = Map.of("name", "大岗镇社工服务站", "founded", "2012-06", "sites", 31, "coverage", coverage);

        district.put("/stations/operator", profile).statusCode(422);
        district.put(STATION, Map.of("founded", "2012-13", "sites", -1))
                .statusCode(422)
                .body("errors.pointer", contains("/name", "/founded", "/sites"));
        district.get(STATION).statusCode(404);

        district.put(STATION, profile).statusCode(201).body("version", equalTo(1));
        district.put(STATION, profile).statusCode(200).body("version", equalTo(1));
        district.put(STATION, Map.of("name", "大岗镇社工站")).statusCode(200).body("version", equalTo(2));

        var another = Map.of("name", "同编码的另一个站");
        district.put(STATION, another, "If-None-Match", "*")
                .statusCode(412)
                .body("type", endsWith(":read-another-version"));
        district.put(STATION, another, "If-Match", "\"1\"").statusCode(412);
        district.put("/stations/none", another, "If-Match", "\"1\"").statusCode(412);
        district.get(STATION).body("name", equalTo("大岗镇社工站"), "version", equalTo(2));
        district.put(STATION, Map.of("name", "大岗镇社工站"), "If-Match", "\"2\"").statusCode(200);

        district.get(district.operator("dagang"), STATION + "/versions/1")
                .statusCode(200)
                .body("coverage.households", equalTo(1884), "town", nullValue(), "code", equalTo("dagang"));
        district.get(STATION + "/versions/3").statusCode(404);
        assertThat(told("district.station", "StationRegistered", 2).toString())
                .isEqualTo("{\"district\":\"%s\",\"station\":\"dagang\",\"version\":2,\"name\":\"大岗镇社工站\"}"
                        .formatted(district.code()));
    }

    private void theBureauSignsAnAgreement() {
        district.put("/stations/nowhere/agreements/a", Dagang.agreement()).statusCode(404);
        district.put(AGREEMENT, Dagang.agreement()).statusCode(201).body("version", equalTo(1));
        district.put(AGREEMENT, Dagang.agreement()).statusCode(200).body("version", equalTo(1));
        district.put(AGREEMENT, changed().put("requiredStaff", 52))
                .statusCode(200)
                .body("version", equalTo(2));

        district.put(AGREEMENT, changed().put("requiredStaff", 1), "If-None-Match", "*")
                .statusCode(412)
                .body("type", endsWith(":read-another-version"));
        district.put(AGREEMENT, changed().put("requiredStaff", 1), "If-Match", "\"1\"")
                .statusCode(412);
        district.put(AGREEMENT, changed().put("requiredStaff", 52), "If-Match", "\"2\"")
                .statusCode(200);

        district.get(AGREEMENT + "/versions/1")
                .statusCode(200)
                .body("code", equalTo("dagang-2023"), "requiredStaff", equalTo(51))
                .body("indicators", hasSize(25), "targets[0].area", nullValue());
        district.get(AGREEMENT).statusCode(200).body("version", equalTo(2), "requiredStaff", equalTo(52));

        ObjectNode whole = changed();
        whole.put("district", district.code()).put("station", "dagang").put("agreement", "dagang-2023");
        assertThat(told("district.agreement", "AgreementSigned", 1))
                .isEqualTo(whole.deepCopy().put("version", 1));
        assertThat(told("district.agreement", "AgreementSigned", 2))
                .isEqualTo(whole.put("version", 2).put("requiredStaff", 52));
    }

    private void aFaultyAgreementLeavesNothing() {
        ObjectNode faulty = changed().put("annualFee", "约六百万");
        ((ObjectNode) faulty.withArray("targets").get(1)).put("area", "A9");

        district.put(AGREEMENT, faulty)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/annualFee", "/targets/1/area"));
        district.put(STATION + "/agreements/dagang-2025", Map.of("from", "2025-08-01"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/annualFee"));

        district.get(AGREEMENT).statusCode(200).body("version", equalTo(2));
        district.get(STATION + "/agreements/dagang-2025").statusCode(404);
    }

    private void theBureauGivesPeopleTheirPlaces() {
        String dagang = "/" + district.code() + "/dagang/";
        String id = district.put(district.account("final.tp-1"), membership("dagang", "third-party"))
                .statusCode(201)
                .body("username", equalTo("final-" + district.code() + ".tp-1"))
                .extract()
                .path("id");
        assertThat(TestDistrict.rights(id)).isEqualTo(Map.of(dagang + "third-party", List.of("third-party")));

        var another = Map.of(
                "displayName", "另一个名字", "memberships", List.of(Map.of("station", "dagang", "role", "supervisor")));
        district.put(district.account("final.TP-1"), another).statusCode(200).body("id", equalTo(id));
        assertThat(TestDistrict.rights(id))
                .isEqualTo(Map.of(
                        dagang + "third-party", List.of("third-party"), dagang + "supervisor", List.of("supervisor")));
        assertThat(TestDistrict.displayName(id)).isEqualTo("评委");

        district.put("/accounts/operator@dagang." + district.code(), membership("dagang", "operator"))
                .statusCode(201);
        // As 监督方 the bureau scores too: its account is there, gains a role and stays the bureau.
        String bureau = district.put("/accounts/bureau@" + district.code(), membership("dagang", "supervisor"))
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(TestDistrict.rights(bureau))
                .containsOnlyKeys("/" + district.code() + "/bureau", dagang + "supervisor");
    }

    private void aBureauStaysInsideItsDistrictAndBelowItself() {
        String account = district.account("final.x");
        for (String role : List.of("bureau", "platform", "installer", "service:report", "")) {
            district.put(account, membership("dagang", role))
                    .statusCode(422)
                    .body("errors.pointer", contains("/memberships/0/role"));
        }
        district.put(account, membership("nowhere", "operator"))
                .statusCode(422)
                .body("errors.pointer", contains("/memberships/0/station"));
        district.put(account, membership("../bureau", "operator")).statusCode(422);
        district.put("/accounts/service-account-installer", membership("dagang", "operator"))
                .statusCode(422);
        district.put("/accounts/operator@x.elsewhere", membership("dagang", "operator"))
                .statusCode(422)
                .body("type", endsWith(":district:account-of-others"));
        // None of the refused requests has made it.
        district.put(account, membership("dagang", "operator")).statusCode(201);
    }

    private void othersAreTurnedAway() {
        for (String path : List.of("", STATION, STATION + "/versions/1", AGREEMENT, "/board")) {
            district.getWithoutToken(path).statusCode(401);
            district.get(elsewhere.bureau(), path).statusCode(403);
            district.get(district.operator("other"), path).statusCode(403);
        }
        for (String token : List.of(elsewhere.bureau(), district.operator("dagang"), Tokens.installer())) {
            district.put(token, STATION, Map.of("name", "别人的站")).statusCode(403);
            district.put(token, AGREEMENT, changed().put("requiredStaff", 1)).statusCode(403);
            district.put(token, district.account("final.y"), membership("dagang", "operator"))
                    .statusCode(403);
        }
        elsewhere.put("/stations/dagang", Map.of("name", "没有登记的区")).statusCode(404);
        district.get(STATION).body("version", equalTo(2));
        district.get(AGREEMENT).body("version", equalTo(2));
    }

    private void manyAtOnceMakeNothingTwice() throws Exception {
        String station = "/stations/crowded";
        Instant begin = Instant.now();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> registrations = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> district.put(station, Map.of("name", "拥挤"))
                            .extract()
                            .statusCode()))
                    .toList();
            for (Future<Integer> status : registrations) {
                assertThat(status.get()).isIn(200, 201);
            }
            List<Future<String>> accounts = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> district.put(
                                    district.account("crowd.e-" + i % 10), membership("crowded", "purchaser"))
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
        district.get(station).statusCode(200).body("version", equalTo(1));
    }

    private void theBureauFindsStationsAgreementsAndPeople() {
        district.get("/stations")
                .statusCode(200)
                .body("stations.code", contains("crowded", "dagang"), "next", nullValue())
                .body("stations[1].name", equalTo("大岗镇社工站"), "stations[1].version", equalTo(2))
                .body("stations[1].agreements.agreement", contains("dagang-2023"))
                .body("stations[1].agreements.version", contains(2), "stations[0].agreements", hasSize(0));
        district.get("/stations?limit=1").body("stations.code", contains("crowded"), "next", equalTo("crowded"));
        district.get("/stations?limit=1&after=crowded").body("stations.code", contains("dagang"), "next", nullValue());
        district.get("/stations?text=大岗").body("stations.code", contains("dagang"));
        district.get("/stations?text=crowded").body("stations.code", contains("crowded"));
        district.get("/stations?after=../x").statusCode(422).body("errors.pointer", contains("after"));
        district.get(STATION + "/accounts")
                .statusCode(200)
                .body(
                        "accounts.findAll { it.role == 'third-party' }.username",
                        hasItem("final-" + district.code() + ".tp-1"))
                .body(
                        "accounts.findAll { it.role == 'operator' }.username",
                        hasItem("operator@dagang." + district.code()))
                .body("accounts.findAll { it.role == 'third-party' }.displayName", hasItem("评委"));
        for (String path : List.of("/stations", STATION + "/accounts", "/board/summary", "/board/board.xlsx")) {
            district.getWithoutToken(path).statusCode(401);
            district.get(elsewhere.bureau(), path).statusCode(403);
            district.get(district.operator("dagang"), path).statusCode(403);
        }
    }

    private void theBureauIssuesFirstPasswordsToItsOwnPeople() {
        String name = district.account("final.pw");
        String id = district.put(name, membership("dagang", "purchaser"))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(TestDistrict.credentials(id)).isEmpty();

        String first = issued(name);
        assertThat(first).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(TestDistrict.credentials(id)).containsExactly("password");
        assertThat(TestDistrict.requiredActions(id)).containsExactly("UPDATE_PASSWORD");
        assertThat(issued(name)).isNotEqualTo(first);
        String other = district.account("final.chosen");
        String holder =
                district.put(other, membership("dagang", "purchaser")).extract().path("id");
        TestDistrict.choosePassword(holder, "tea-and-rice-12");
        district.post(other + "/passwords").statusCode(409).body("type", endsWith(":district:password-chosen"));

        district.post(elsewhere.bureau(), name + "/passwords").statusCode(403);
        district.post(district.operator("dagang"), name + "/passwords").statusCode(403);
        district.post(district.account("final.nobody") + "/passwords").statusCode(404);
        // The bureau's own account could do more than the bureau may grant.
        district.post("/accounts/bureau@" + district.code() + "/passwords")
                .statusCode(409)
                .body("type", endsWith(":district:password-not-yours"));
        // Somebody who works elsewhere too stays out of this bureau's hands.
        elsewhere.register();
        elsewhere.put("/stations/dagang", Map.of("name", "同名的站")).statusCode(201);
        elsewhere.put(name, membership("dagang", "purchaser")).statusCode(200);
        district.post(name + "/passwords").statusCode(409);
    }

    private String issued(String account) {
        return district.post(account + "/passwords").statusCode(200).extract().path("password");
    }

    /** What others are told of a version; topics are this run's alone. */
    private static JsonNode told(String topic, String type, int version) {
        return Topics.await(topic, type, event -> event.path("version").asInt() == version);
    }

    /** The agreement of the example, to be changed. */
    private static ObjectNode changed() {
        return new ObjectMapper().valueToTree(Dagang.agreement());
    }
}
