package cn.mingjian.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.RowSecurity;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The board of a district: what it hears, shows, counts and compares, and that it can be made anew. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DistrictBoardIT {

    private final TestDistrict district = TestDistrict.unique();
    private final TestDistrict elsewhere = TestDistrict.unique();

    @Test
    void aBoardFollowsItsDistrict() {
        district.register();
        district.put("/stations/dagang", Map.of("name", "大岗镇社工站")).statusCode(201);
        district.put("/stations/crowded", Map.of("name", "拥挤")).statusCode(201);

        theBoardFollowsAndKeepsScoresBackUntilClosed();
        theBoardComparesSortsAndCounts();
        theBoardIsMadeAnewFromItsEvents();
        RowSecurity.assertHolds(district.code() + "/crowded");
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
        // Neither exported, nor counted, nor found, nor sorted by.
        assertThat(WorkbookText.cells(district.get("/board/board.xlsx")
                        .statusCode(200)
                        .extract()
                        .asByteArray()))
                .contains("crowded")
                .doesNotContain("84.75", "良好");
        district.get("/board/summary").statusCode(200).body("grades", hasSize(0));
        district.get("/board?grade=良好").statusCode(200).body("evaluations", hasSize(0));
        district.get("/board?text=84.75").statusCode(200).body("evaluations", hasSize(0));
        district.get("/board?sort=total").statusCode(200).body("evaluations.evaluation", contains("r-1", "r-2"));
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
        district.get("/stations?unevaluated=true").body("stations.code", contains("towned"));
        district.get("/board/summary").body("unevaluated", equalTo(1));
        opened("r-3", "towned", "FINAL");
        district.awaitBoard("?town=横沥镇");
        district.get("/board?town=横沥镇")
                .body("evaluations.station", contains("towned"), "evaluations[0].stationName", equalTo("横沥镇社工站"));
        district.get("/board?town=横沥镇&phase=CLOSED").body("evaluations", hasSize(0));
        district.get("/stations?unevaluated=true").body("stations", hasSize(0));
        district.get("/board/summary").body("unevaluated", equalTo(0));
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
        district.await("/board?station=crowded&sort=-reportDate", "evaluations[0].certifiedRate", equalTo("78.85"));
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
        district.await("/board/rebuilding", "doneAt", notNullValue());

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
}
