package cn.mingjian.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six portals in a real browser on the whole platform: who gets in, what they see, and what survives. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class PortalIT {

    private static final String CLOSED = "dagang-2023-final";
    /** Another one each time: what is pledged stays pledged. */
    private static final String SCORING = "dagang-portal-" + Long.toString(System.currentTimeMillis(), 36);

    private static final String PREPARING = SCORING + "-prep";

    private static final Map<String, String> PEOPLE = people();

    private static final List<String> OF_THE_BUREAU = List.of(
            "/board",
            "/setup",
            "/setup/agreement?station=dagang",
            "/setup/account?station=dagang",
            "/setup/opening?station=dagang",
            "/rubrics",
            "/evaluators");

    /** Pages that look otherwise before a round is closed, by role. */
    private static final Map<String, List<String>> WHILE_IT_RUNS = Map.of(
            "bureau",
            List.of("/evaluations/" + PREPARING + "/panel", "/evaluations/" + SCORING + "/progress"),
            "operator",
            List.of(
                    "/evaluations/" + PREPARING + "/declare",
                    "/evaluations/" + PREPARING + "/self",
                    "/evaluations/" + PREPARING + "/team",
                    "/evaluations/" + PREPARING + "/evidence"),
            "third-party",
            List.of(
                    "/evaluations/" + SCORING + "/sheet",
                    "/evaluations/" + SCORING + "/findings",
                    "/evaluations/" + SCORING + "/party",
                    "/evaluations/" + SCORING + "/paper",
                    "/evaluations/" + SCORING + "/fieldwork",
                    "/evaluations/" + PREPARING + "/pledge"));

    /** The evaluators' portals are one application under four entries; one of them is gone through whole. */
    private static final Set<String> WHERE_THE_THIRD_PARTY_HAS_BEEN =
            Set.of("supervisory-center", "purchaser", "supervisor");

    private static final List<String> ENTRANCE =
            List.of("/", "/evaluations/" + CLOSED + "/overview", "/evaluations/" + CLOSED + "/sheet");

    /** Addresses below the portals' own: in the dark a page is looked at once, by the first who has it. */
    private static final Set<String> SEEN_IN_THE_DARK = new HashSet<>();

    private static Browser browser;
    private static Doors doors;
    private static String portals;

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("bureau", "bureau@nansha");
        people.put("operator", "operator@dagang.nansha");
        people.put("third-party", CLOSED + ".tp-1");
        people.put("supervisory-center", CLOSED + ".sc-1");
        people.put("purchaser", CLOSED + ".pu-1");
        people.put("supervisor", CLOSED + ".sv-1");
        return people;
    }

    @BeforeAll
    static void aRoundIsClosedAndAnotherIsScored(RunningPlatform platform, @TempDir Path folder) throws Exception {
        var ending = platform.evaluate(RunningPlatform.DAGANG, folder);
        assertThat(ending.code()).as(ending.said()).isZero();
        portals = platform.addresses().get("portal").asText();
        doors = new Doors(platform);
        Doors.Caller bureau = doors.person("bureau", PEOPLE.get("bureau"));
        Doors.Caller operator = doors.person("operator", PEOPLE.get("operator"));
        new ScoringRound(bureau, SCORING).make(operator);
        new ScoringRound(bureau, PREPARING).prepare(operator);
        doors.person("third-party", PEOPLE.get("third-party"))
                .ask(Request.put(
                        "scoring",
                        "/v1/evaluations/" + SCORING + "/panel/tp-1/pledge",
                        Doors.json("{\"occurredOn\":\"2024-06-20\"}")));
        browser = new Browser(portals);
    }

    @AfterAll
    static void theBrowserCloses() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    void anEntryLeadsItsOwnPeopleToTheirWorkAndRefusesTheirSteppingNextDoor(String role) {
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, role);

            assertThat(page.getByRole(AriaRole.HEADING, named("工作台"))).isVisible();
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            assertThat(page.getByTestId("account")).hasText(PEOPLE.get(role));
            for (String other : PEOPLE.keySet()) {
                if (other.equals(role)) continue;
                var answer = page.navigate(portals + "/" + other);
                assertThat(answer.status()).as(other).isEqualTo(403);
                assertThat(page.getByText("不能进入")).isVisible();
                var service = page.request().get(portals + "/" + other + "/api/scoring/v1/evaluations/" + CLOSED);
                assertThat(service.status()).as(other).isIn(401, 403, 499);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    void everyPageFitsEveryScreenAndKeepsNobodyOut(String role) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, role);
            page.onConsoleMessage(said -> {
                if (said.text().contains("Content Security Policy")) faults.add(said.text());
            });
            for (String path : WHERE_THE_THIRD_PARTY_HAS_BEEN.contains(role) ? ENTRANCE : paths(page, role)) {
                browser.open(page, "/" + role + path);
                page.screenshot(new Page.ScreenshotOptions().setPath(picture(role, path)));
                browser.faults(page).forEach(fault -> faults.add(path + " " + fault));
                if (SEEN_IN_THE_DARK.add(path)) {
                    Browser.faultsInTheDark(page).forEach(fault -> faults.add(path + " " + fault));
                }
                assertThat(page.getByText("没有读到内容").count()).as(path).isZero();
                assertThat(page.getByText("没有这个页面").count()).as(path).isZero();
                assertThat(page.getByText("这一部分现在不对您开放").count()).as(path).isZero();
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void anEvaluatorPledgesAndScoresByKeyboardThroughALostConnectionAndASecondTab() {
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, "purchaser");
            page.getByTestId("work-" + SCORING).click();
            page.getByLabel("我已阅读并承诺遵守").check();
            page.getByRole(AriaRole.BUTTON, button("签署承诺书")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("指标完成情况"))).isVisible();
            browser.open(page, "/purchaser/evaluations/" + SCORING + "/sheet");
            Locator first = page.locator("input[id^=score-]").first();

            first.fill("18");
            first.press("Enter");
            page.keyboard().type("17.5");
            assertThat(saving(page)).hasAttribute("data-state", "saved");
            Locator comment = page.locator("textarea").first();
            comment.fill("档案齐全");
            first.fill("");
            first.fill("18");
            assertThat(saving(page)).hasAttribute("data-state", "saved");
            page.reload();
            assertThat(page.locator("input[id^=score-]").nth(1)).hasValue("17.5");
            assertThat(comment).hasValue("档案齐全");

            first.fill("19");
            assertThat(saving(page)).hasAttribute("data-state", "saved");
            page.getByRole(AriaRole.TAB, named("评估依据")).click();
            page.getByRole(AriaRole.TAB, named("评分表")).click();
            assertThat(first).hasValue("19");
            first.fill("18");
            assertThat(saving(page)).hasAttribute("data-state", "saved");

            session.setOffline(true);
            first.fill("16");
            assertThat(saving(page)).hasAttribute("data-state", "waiting");
            session.setOffline(false);
            assertThat(saving(page)).hasAttribute("data-state", "saved");

            Page second = session.newPage();
            browser.open(second, "/purchaser/evaluations/" + SCORING + "/sheet");
            second.locator("input[id^=score-]").first().fill("15");
            assertThat(saving(second)).hasAttribute("data-state", "saved");
            first.fill("14");
            assertThat(saving(page)).hasAttribute("data-state", "elsewhere");
            page.getByRole(AriaRole.BUTTON, button("载入最新内容")).click();
            assertThat(first).hasValue("15");
        }
    }

    @Test
    void theBrowserHoldsNoTokenAndNothingStaysAfterSigningOut() {
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, "supervisor");
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            List<Cookie> cookies = session.cookies(portals + "/supervisor");

            assertThat(cookies)
                    .filteredOn(cookie -> !cookie.name.equals("csrf-token"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.httpOnly);
            assertThat(page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length"))
                    .isEqualTo(0);
            assertThat(
                            page.evaluate(
                                    "fetch('/supervisor/api/district/v1/notifications/reading', {method: 'PUT',"
                                            + " headers: {'Content-Type': 'application/json'}, body: '{\"upTo\":0}'}).then(a => a.status)"))
                    .isEqualTo(400);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("退出"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, named("已安全退出"))).isVisible();
            page.goBack();
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void whoIsSignedOutAtTheDirectoryIsSignedOutHere() {
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, "supervisory-center");
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            browser.open(page, "/supervisory-center/notifications");
            assertThat(page.getByRole(AriaRole.HEADING, named("通知"))).isVisible();

            doors.signOut(PEOPLE.get("supervisory-center"));

            page.navigate(portals + "/supervisory-center/notifications");
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void theFirstRowComesWithLessThanHalfAMegabyteOfScript() {
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, "bureau");
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();

            Object bytes = page.evaluate(
                    "performance.getEntriesByType('resource')"
                            + ".filter(each => each.name.endsWith('.js')).reduce((sum, each) => sum + each.encodedBodySize, 0)");

            assertThat(((Number) bytes).intValue()).isBetween(50_000, 450 * 1024);
        }
    }

    @Test
    void whatNeedsNoAccountIsOpenAndTheRestIsNot() {
        try (BrowserContext session = browser.session()) {
            Page page = session.newPage();
            browser.open(page, "/");
            assertThat(page.getByText("请选择您的门户登录")).isVisible();
            assertThat(browser.faults(page)).isEmpty();

            browser.open(page, "/verification");
            page.getByLabel("验证码").fill("0000-0000-0000-0000-0000-0000-0000-0000");
            page.getByRole(AriaRole.BUTTON, button("验 证")).click();
            assertThat(page.getByText("没有签发过这份报告")).isVisible();
            assertThat(browser.faults(page)).isEmpty();

            for (String path :
                    List.of("/index.html", "/pages/index.html", "/public-api/v1/evaluations/" + CLOSED, "/q/health")) {
                assertThat(page.request().get(portals + path).status()).as(path).isIn(401, 403, 404);
            }
        }
    }

    /** Every page of a role: its own, those of rounds under way, and the closed round's, tab by tab. */
    private static List<String> paths(Page page, String role) {
        List<String> paths = new ArrayList<>(List.of("/", "/notifications"));
        if (role.equals("bureau")) paths.addAll(OF_THE_BUREAU);
        paths.addAll(WHILE_IT_RUNS.getOrDefault(role, List.of()));
        browser.open(page, "/" + role + "/evaluations/" + CLOSED + "/overview");
        page.getByRole(AriaRole.TAB).first().waitFor();
        for (Locator tab : page.getByRole(AriaRole.TAB).all()) {
            tab.click();
            paths.add(page.url().substring((portals + "/" + role).length()));
        }
        return paths;
    }

    /** What README shows is chosen from these. */
    private static Path picture(String role, String path) {
        String name = (role + path).replace(PREPARING, "preparing").replace(SCORING, "scoring");
        return RunningPlatform.ROOT.resolve(
                "deploy/acceptance/target/screenshots/" + name.replaceAll("[^a-z0-9]+", "-") + ".png");
    }

    private Page signIn(BrowserContext session, String role) {
        String username = PEOPLE.get(role);
        return browser.signIn(session, role, username, doors.password(username));
    }

    private static Locator saving(Page page) {
        return page.getByTestId("saving");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
