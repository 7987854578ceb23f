package cn.mingjian.district;

import static cn.mingjian.district.TestDistrict.membership;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole story of a district: registered, its station and agreement, its people, its board. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DistrictScenarioIT {

    private static final String STATION = "/stations/dagang";
    private static final String AGREEMENT = STATION + "/agreements/dagang-2023";

    private final TestDistrict district = TestDistrict.unique();
    private final TestDistrict elsewhere = TestDistrict.unique();

    @Test
    void aDistrictGrowsFromItsInstallerToItsBoard() throws Exception {
        theInstallerRegistersTheDistrict();
        theBureauRegistersAStation();
        theBureauSignsAnAgreement();
        aFaultyAgreementLeavesNothing();
        theBureauGivesPeopleTheirPlaces();
        aBureauStaysInsideItsDistrictAndBelowItself();
        othersAreTurnedAway();
        manyAtOnceMakeNothingTwice();
        theBureauFindsStationsAgreementsAndPeople();
        theBoardFollowsAndKeepsScoresBackUntilClosed();
        theBoardComparesSortsAndCounts();
        theBoardIsMadeAnewFromItsEvents();
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

    private void theBoardFollowsAndKeepsScoresBackUntilClosed() {
        opened("r-1", "dagang", "FINAL");
        opened("r-2", "crowded", "MIDTERM");
        district.scoring("r-1", "dagang", "PhaseChanged", "\"phase\":\"FEEDBACK\"");
        district.scoring(
                "r-2", "crowded", "ResultFinalised", "\"resultVersion\":1,\"grade\":\"良好\",\"total\":\"84.75\"");
        district.scoring("r-2", "crowded", "PhaseChanged", "\"phase\":\"SCORING\"");
        district.awaitBoard("?phase=FEEDBACK");
        district.awaitBoard("?phase=SCORING");

        district.get("/board")
                .statusCode(200)
                .body("evaluations.station", contains("crowded", "dagang"), "next", nullValue())
                .body("evaluations[0].total", nullValue(), "evaluations[0].grade", nullValue());
        String next = district.get("/board?limit=1")
                .statusCode(200)
                .body("evaluations.station", contains("crowded"), "next", notNullValue())
                .extract()
                .path("next");
        district.get("/board?limit=1&after=" + next)
                .statusCode(200)
                .body("evaluations.station", contains("dagang"), "next", nullValue());
        district.get("/board?stage=MIDTERM").body("evaluations.station", contains("crowded"));
        district.put("/stations/towned", Map.of("name", "横沥镇社工站", "town", "横沥镇"))
                .statusCode(201);
        district.get("/board?town=横沥镇").statusCode(200).body("evaluations", hasSize(0));
        opened("r-3", "towned", "FINAL");
        district.awaitBoard("?town=横沥镇");
        district.get("/board?town=横沥镇")
                .body("evaluations.station", contains("towned"), "evaluations[0].stationName", equalTo("横沥镇社工站"));
        district.get("/board?town=横沥镇&phase=CLOSED").body("evaluations", hasSize(0));
        district.get("/board?text=沥镇").body("evaluations.station", contains("towned"));
        district.get("/board?text=crowded").body("evaluations.station", contains("crowded"));
        district.get("/board?text=" + " ".repeat(3)).statusCode(422);
        district.get("/board?phase=OPEN&limit=0").statusCode(422).body("errors.pointer", contains("phase", "limit"));
        district.get("/board?after=nonsense").statusCode(422);

        district.scoring("r-2", "crowded", "PhaseChanged", "\"phase\":\"CLOSED\"");
        district.awaitBoard("?phase=CLOSED");
        district.get("/board?phase=CLOSED")
                .body("evaluations[0].total", equalTo("84.75"), "evaluations[0].grade", equalTo("良好"));
        elsewhere.get("/board").statusCode(200).body("evaluations", hasSize(0));
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

    private void theBoardComparesSortsAndCounts() {
        district.scoring(
                "r-4",
                "crowded",
                "EvaluationOpened",
                "\"title\":\"上一轮\",\"stage\":\"FINAL\",\"reportDate\":\"2023-07-10\"");
        district.scoring("r-4", "crowded", "ResultFinalised", "\"grade\":\"优秀\",\"total\":\"90.10\"");
        district.scoring("r-4", "crowded", "PhaseChanged", "\"phase\":\"CLOSED\"");
        district.scoring(
                "r-2",
                "crowded",
                "EvaluationOpened",
                "\"title\":\"末期评估\",\"stage\":\"MIDTERM\",\"reportDate\":\"2024-07-10\"");
        computed("r-2", 1, 20, "70.00");
        computed("r-2", 2, 23, "78.85");
        computed("r-2", 3, 24, "80.00");
        Topics.publish(
                "scoring.evaluation",
                "r-2",
                "EvidenceFrozen",
                "{\"evaluation\":\"r-2\",\"achievementVersion\":2,\"staffingVersion\":2}");
        district.awaitBoard("?alert=DECLINED");
        district.awaitBoard("?year=2023");

        district.get("/board?station=crowded&sort=-reportDate")
                .body("evaluations.evaluation", contains("r-2", "r-4"))
                .body("evaluations[0].previousTotal", equalTo("90.10"), "evaluations[0].previousGrade", equalTo("优秀"))
                .body("evaluations[0].alerts", contains("NOT_ISSUED", "DECLINED"))
                .body("evaluations[1].previousTotal", nullValue());
        await("/board?station=crowded&sort=-reportDate", "evaluations[0].certifiedRate", "78.85");
        district.get("/board?station=crowded&sort=-reportDate")
                .body("evaluations[0].indicatorsMet", equalTo(23), "evaluations[0].indicators", equalTo(25));
        for (String sort : List.of(
                "station", "-town", "reportDate", "-total", "total", "indicatorsMet", "-certifiedRate", "retention")) {
            assertThat(pages(sort)).as(sort).hasSize(4).doesNotHaveDuplicates();
        }
        assertThat(pages("total")).startsWith("r-2", "r-4");
        assertThat(pages("-total")).startsWith("r-4", "r-2");
        district.get("/board?sort=name").statusCode(422);
        district.get("/board?sort=total&after=" + next("station")).statusCode(422);

        district.get("/board/summary")
                .statusCode(200)
                .body("phases.find { it.value == 'CLOSED' }.rounds", equalTo(2))
                .body("grades.value", hasItem("优秀"), "towns.find { it.town == '横沥镇' }.rounds", equalTo(1))
                .body("alerts.find { it.value == 'NOT_ISSUED' }.rounds", equalTo(2));
        district.get("/board/summary?grade=良好").body("phases.value", contains("CLOSED"));
        district.get("/board/comparison?evaluation=r-4&evaluation=r-2")
                .statusCode(200)
                .body("evaluations.total", contains("90.10", "84.75"));
        district.get(
                        "/board/comparison?evaluation=a&evaluation=b&evaluation=c&evaluation=d&evaluation=e&evaluation=f&evaluation=g")
                .statusCode(422);
        district.get("/board/comparison?evaluation=r-4&evaluation=r-9").statusCode(404);
        elsewhere.get("/board/comparison?evaluation=r-4&evaluation=r-2").statusCode(404);

        byte[] file = district.get("/board/board.xlsx?sort=-total")
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(WorkbookText.cells(file)).contains("90.10", "84.75", "78.85", "优秀", "报告待签发、得分下降");
    }

    private void theBoardIsMadeAnewFromItsEvents() {
        String before = district.get("/board").extract().asString();
        district.get("/board/rebuilding").statusCode(200).body("askedAt", nullValue());
        district.put(district.operator("dagang"), "/board/rebuilding", Map.of()).statusCode(403);
        district.put(Tokens.installer(), "/board/rebuilding", Map.of())
                .statusCode(200)
                .body("doneAt", nullValue());
        Instant deadline = Instant.now().plusSeconds(60);
        while (district.get(Tokens.installer(), "/board/rebuilding").extract().path("doneAt") == null) {
            assertThat(Instant.now()).isBefore(deadline);
        }

        district.get(Tokens.installer(), "/board/rebuilding").body("evaluations", equalTo(4));
        assertThat(district.get("/board").extract().asString()).isEqualTo(before);
        elsewhere.get("/board/rebuilding").statusCode(200).body("askedAt", nullValue());
    }

    private List<String> pages(String sort) {
        List<String> found = new ArrayList<>();
        for (String after = ""; after != null; ) {
            var page = district.get("/board?limit=1&sort=" + sort + (after.isEmpty() ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract();
            found.addAll(page.<List<String>>path("evaluations.evaluation"));
            after = page.path("next");
        }
        return found;
    }

    private String next(String sort) {
        return district.get("/board?limit=1&sort=" + sort).extract().path("next");
    }

    private void await(String path, String field, String value) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!value.equals(district.get(path).extract().<String>path(field))) {
            assertThat(Instant.now()).as(path).isBefore(deadline);
        }
    }

    private static void computed(String evaluation, int version, int met, String certifiedRate) {
        Topics.publish(
                "indicator.achievement",
                evaluation,
                "AchievementComputed",
                "{\"evaluation\":\"%s\",\"version\":%d,\"indicators\":25,\"indicatorsMet\":%d,\"indicatorsExceeded\":15}"
                        .formatted(evaluation, version, met));
        Topics.publish(
                "staffing.staffing",
                evaluation,
                "StaffingComputed",
                "{\"evaluation\":\"%s\",\"version\":%d,\"headcount\":52,\"certifiedRate\":\"%s\",\"retention\":\"94.16\"}"
                        .formatted(evaluation, version, certifiedRate));
    }

    private void opened(String evaluation, String station, String stage) {
        String fields = "\"title\":\"末期评估\",\"stage\":\"%s\"".formatted(stage);
        district.scoring(evaluation, station, "EvaluationOpened", fields);
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
