package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.board.ManyStations;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The district's board says of a round what the services say that it comes from. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class BoardIT {

    private static final String ROUND = "dagang-2023-final";
    private static final String BOARD = "/v1/districts/nansha/board";

    private static Doors.Caller bureau;
    private static Doors.Caller installer;

    @BeforeAll
    static void aRoundIsClosed(RunningPlatform platform, @TempDir Path folder) throws Exception {
        var ending = platform.evaluate(RunningPlatform.DAGANG, folder);
        assertThat(ending.code()).as(ending.said()).isZero();
        Doors doors = new Doors(platform);
        bureau = doors.person("bureau", "bureau@nansha");
        installer = doors.machine("installer");
    }

    @Test
    void itsFiguresAreThoseOfTheirServices() {
        JsonNode entry = entry();
        JsonNode result = ask("scoring", "/result");
        JsonNode staffing = ask("staffing", "/staffing").get("staffing");
        List<String> statuses = StreamSupport.stream(
                        ask("indicator", "/achievement").get("indicators").spliterator(), false)
                .filter(row -> !row.hasNonNull("area") && row.hasNonNull("status"))
                .map(row -> row.get("status").asText())
                .toList();

        assertThat(entry.get("total")).isEqualTo(result.get("total"));
        assertThat(entry.get("grade")).isEqualTo(result.get("grade"));
        assertThat(entry.get("parties").findValuesAsText("raw"))
                .isEqualTo(result.get("parties").findValuesAsText("raw"));
        assertThat(entry.get("indicators").asInt()).isEqualTo(statuses.size());
        assertThat(entry.get("indicatorsMet").asLong())
                .isEqualTo(statuses.stream()
                        .filter(status -> !status.equals("NOT_MET"))
                        .count());
        assertThat(entry.get("indicatorsExceeded").asLong())
                .isEqualTo(statuses.stream().filter("EXCEEDED"::equals).count());
        assertThat(entry.get("headcount")).isEqualTo(staffing.get("headcount"));
        assertThat(entry.get("certifiedRate")).isEqualTo(staffing.get("certifiedRate"));
        assertThat(entry.get("retention"))
                .isEqualTo(staffing.get("retention")
                        .get(staffing.get("retentionFormula").asText()));
    }

    @Test
    void madeAnewItSaysTheSame() {
        JsonNode before = entry();
        String rebuilding = BOARD + "/rebuilding";

        installer.ask(Request.put("district", rebuilding, Doors.JSON.createObjectNode()));
        for (int again = 0;
                again < 300
                        && !installer.ask(Request.get("district", rebuilding)).hasNonNull("doneAt");
                again++) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }

        assertThat(installer
                        .ask(Request.get("district", rebuilding))
                        .get("evaluations")
                        .asInt())
                .isPositive();
        assertThat(entry()).isEqualTo(before);
    }

    @Test
    void twoThousandStationsAreFoundNarrowedAndComeBackTo(RunningPlatform platform) throws Exception {
        String district = "board-" + Long.toString(System.currentTimeMillis(), 36);
        String account = "bureau@" + district;
        installer.ask(Request.put(
                "district",
                "/v1/districts/" + district,
                Doors.JSON.createObjectNode().put("name", "示例区").put("bureauAccount", account)));
        try (ManyStations stations =
                new ManyStations(platform.database("district"), platform.secret("postgres"), district)) {
            stations.fill(2_000);
        }
        Doors doors = new Doors(platform);
        try (Browser browser = new Browser(platform.addresses().get("portal").asText());
                Visitor bureau = new Visitor(browser, "bureau", account, doors.password(account))) {
            Page page = bureau.page();
            page.addInitScript(Browser.FIRST_ROW);
            bureau.open("/board").hears("示例站").looks("board-of-2000");
            System.out.printf("the first row of a board of 2,000 stations: %d ms%n", browser.firstRowOnceWarm(page));
            assertThat(rows(page).count()).isEqualTo(100);

            bureau.press("下一页").hears("第 101 至 200 个").press("下一页").hears("第 201 至 300 个，共");
            List<String> third = rows(page).allTextContents();
            assertThat(third).hasSize(100);
            page.reload();
            bureau.hears("第 201 至 300 个");
            assertThat(rows(page).allTextContents()).isEqualTo(third);
            bureau.press("上一页").hears("第 101 至 200 个");
            assertThat(rows(page).allTextContents()).hasSize(100).doesNotContainAnyElementsOf(third);
            assertThat(browser.clippedOnPaper(page)).isEmpty();

            page.getByRole(AriaRole.COLUMNHEADER)
                    .filter(new Locator.FilterOptions().setHasText("总分"))
                    .last()
                    .click();
            bureau.hears("第 1 至 100 个");
            PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("sort=total"));
            bureau.type("查找站点或评估", "示例站1999");
            page.keyboard().press("Enter");
            bureau.hears("示例站19992024年度末期评估");
            PlaywrightAssertions.assertThat(rows(page)).hasCount(2);

            page.reload();
            PlaywrightAssertions.assertThat(rows(page)).hasCount(2);
            page.goBack();
            PlaywrightAssertions.assertThat(rows(page)).hasCount(100);
            page.goForward();
            PlaywrightAssertions.assertThat(rows(page)).hasCount(2);

            bureau.open("/setup").type("查找站点", "示例站1998");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(page.locator(".ant-table-row")).hasCount(1);
            assertThat(bureau.faults()).isEmpty();
        }
    }

    /** Of the board itself, not of the cards above it. */
    private static Locator rows(Page page) {
        return page.locator(".ant-table-row:not(.card *)");
    }

    private static JsonNode entry() {
        JsonNode page = bureau.ask(Request.get("district", BOARD + "?station=dagang&limit=200"));
        return StreamSupport.stream(page.get("evaluations").spliterator(), false)
                .filter(each -> each.get("evaluation").asText().equals(ROUND))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode ask(String service, String part) {
        return bureau.ask(Request.get(service, "/v1/evaluations/" + ROUND + part));
    }
}
