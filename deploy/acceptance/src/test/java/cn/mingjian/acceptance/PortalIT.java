package cn.mingjian.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six portals in a real browser on the whole platform: who gets in, what they see, and what survives. How they sign in is PortalSignInIT's. */
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
            List.of(
                    "/evaluations/" + PREPARING + "/panel",
                    "/evaluations/" + PREPARING + "/progress",
                    "/evaluations/" + SCORING + "/progress"),
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
                    "/evaluations/" + SCORING + "/history",
                    "/evaluations/" + PREPARING + "/pledge"),
            "supervisory-center",
            List.of("/evaluations/" + PREPARING + "/calibration"));

    /** What is opened over a page, by role and page: the beginnings of the buttons' names. */
    private static final Map<String, List<String>> OVER_A_PAGE = Map.of(
            "bureau/evaluations/" + SCORING + "/progress",
            List.of("撤换", "设定截止时间"),
            "bureau/board",
            List.of("大岗镇社工"),
            "bureau/evaluations/" + CLOSED + "/evidence",
            List.of("为什么"),
            "bureau/evaluations/" + CLOSED + "/result",
            List.of("结果的由来"),
            "operator/evaluations/" + PREPARING + "/team",
            List.of("申请"));

    /** The evaluators' portals are one application under four entries; one of them is gone through whole. */
    private static final Set<String> WHERE_THE_THIRD_PARTY_HAS_BEEN =
            Set.of("supervisory-center", "purchaser", "supervisor");

    private static final String NOT_SEEN = "没有读到内容|没有这个页面|这一部分现在不对您开放|您目前不能查看";

    /** Addresses below the portals' own: in the dark a page is looked at once, by the first who has it. */
    private static final Set<String> SEEN_IN_THE_DARK = new HashSet<>();

    /** Those who are signed in, by role. */
    private static final Map<String, Page> SIGNED_IN = new HashMap<>();

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
        pledge("third-party", SCORING, "tp-1");
        pledge("supervisory-center", PREPARING, "sc-1");
        browser = new Browser(portals);
    }

    private static void pledge(String role, String evaluation, String evaluator) {
        doors.person(role, PEOPLE.get(role))
                .ask(Request.put(
                        "scoring",
                        "/v1/evaluations/" + evaluation + "/panel/" + evaluator + "/pledge",
                        Doors.json("{\"occurredOn\":\"2024-06-20\"}")));
    }

    @AfterAll
    static void theBrowserCloses() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    void anEntryLeadsItsOwnPeopleToTheirWorkAndRefusesTheirSteppingNextDoor(String role) {
        Page page = browser.open(signedIn(role), "/" + role);

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
        assertThat(browser.faults(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    void everyPageFitsEveryScreenAndKeepsNobodyOut(String role) {
        Page page = signedIn(role);
        List<String> faults = new ArrayList<>();
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) faults.add(said.text());
        });
        for (String path : paths(role)) {
            browser.open(page, "/" + role + path);
            faults.addAll(looked(page, role));
        }
        browser.open(page, "/" + role + "/evaluations/" + CLOSED + "/overview");
        page.getByRole(AriaRole.TAB).first().waitFor();
        for (Locator tab : page.getByRole(AriaRole.TAB).all()) {
            Browser.turn(page, tab);
            if (!WHERE_THE_THIRD_PARTY_HAS_BEEN.contains(role) || page.url().endsWith("/sheet")) {
                faults.addAll(looked(page, role));
            }
        }

        assertThat(faults).isEmpty();
    }

    /** What is wrong with the page that is open, in the light, in the dark and with what it opens over itself. */
    private static List<String> looked(Page page, String role) {
        String path = page.url().substring((portals + "/" + role).length());
        List<String> faults = new ArrayList<>();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(role, path)));
        faults.addAll(browser.faults(page));
        if (SEEN_IN_THE_DARK.add(path)) faults.addAll(Browser.faultsInTheDark(page));
        List<String> buttons = OVER_A_PAGE.getOrDefault(role + path, List.of());
        for (String button : buttons) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + button)))
                    .first()
                    .click();
            Locator over = page.getByRole(AriaRole.DIALOG);
            over.waitFor();
            Browser.settle(page);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(picture(role, path + "-over-" + buttons.indexOf(button))));
            faults.addAll(browser.faults(page));
            page.keyboard().press("Escape");
            assertThat(over).not().isVisible();
        }
        browser.clippedOnPaper(page).forEach(clipped -> faults.add("hides on paper " + clipped));
        if (page.getByText(Pattern.compile(NOT_SEEN)).count() > 0) faults.add("says that there is nothing to see");
        return faults.stream().map(fault -> path + " " + fault).toList();
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
            Page early = session.newPage();
            browser.open(early, "/purchaser/evaluations/" + SCORING + "/sheet");
            assertThat(early.locator("input[id^=score-]").first()).hasValue("");

            first.fill("18");
            first.press("Enter");
            page.keyboard().type("17.5");
            page.keyboard().press("ArrowUp");
            page.keyboard().type("１８");
            assertThat(first).hasValue("18");
            assertThat(saving(page)).hasAttribute("data-state", "saved");
            early.locator("input[id^=score-]").first().fill("12");
            assertThat(saving(early)).hasAttribute("data-state", "elsewhere");
            assertThat(early.getByText("另一个窗口里已经开始填写")).isVisible();
            early.getByRole(AriaRole.BUTTON, button("载入最新内容")).click();
            assertThat(early.locator("input[id^=score-]").first()).hasValue("18");
            early.close();
            Locator comment = page.locator("textarea").first();
            comment.fill("档案齐全");
            first.fill("");
            first.fill("18");
            assertThat(saving(page)).hasAttribute("data-state", "saved");
            page.reload();
            assertThat(page.locator("input[id^=score-]").nth(1)).hasValue("17.5");
            assertThat(comment).hasValue("档案齐全");

            first.fill("999");
            page.locator("input[id^=score-]").nth(1).fill("16.5");
            assertThat(saving(page)).hasAttribute("data-state", "partly");
            assertThat(page.getByText("未保存：满分")).isVisible();
            Page meanwhile = session.newPage();
            browser.open(meanwhile, "/purchaser/evaluations/" + SCORING + "/sheet");
            assertThat(meanwhile.locator("input[id^=score-]").nth(1)).hasValue("16.5");
            meanwhile.close();

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
    void theFirstRowComesWithLessThanHalfAMegabyteOfScript() {
        try (BrowserContext session = browser.session()) {
            session.addInitScript(Browser.FIRST_ROW);
            Page page = signIn(session, "bureau");
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();

            Object bytes = page.evaluate(
                    "performance.getEntriesByType('resource').filter(each => each.name.endsWith('.js')).reduce((sum,"
                            + " each) => sum + each.encodedBodySize, 0)");
            System.out.printf(
                    "the first row of the work list: %,d kB of script, %,d ms after the address was opened again%n",
                    ((Number) bytes).intValue() / 1024, browser.firstRowOnceWarm(page));

            assertThat(((Number) bytes).intValue()).isBetween(50_000, 450 * 1024);
        }
    }

    @Test
    void aLostConnectionIsSaidWithAWayOutAndAnothersAddressIsRefusedInWords() {
        try (BrowserContext session = browser.session()) {
            Page page = signIn(session, "operator");
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            session.setOffline(true);
            assertThat(page.getByText("网络已断开，恢复后继续")).isVisible();
            page.getByTestId("work-" + CLOSED).click();
            assertThat(page.getByRole(AriaRole.BUTTON, button("重 试"))).isVisible();
            session.setOffline(false);
            assertThat(browser.faults(page)).isEmpty();
            page.getByRole(AriaRole.BUTTON, button("重 试")).click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("大岗镇社工站"))
                            .first())
                    .isVisible();

            for (String path :
                    List.of("/evaluations/" + CLOSED + "/sheet", "/evaluations/nobody-s/overview", "/board")) {
                browser.open(page, "/operator" + path);
                assertThat(page.getByText(Pattern.compile("这一部分现在不对您开放|没有这个页面|这里还没有内容|您目前不能查看"))
                                .first())
                        .isVisible();
                assertThat(browser.faults(page)).as(path).isEmpty();
            }
        }
    }

    /** Every page of a role but the closed round's: its own, and those of rounds under way. */
    private static List<String> paths(String role) {
        List<String> paths = new ArrayList<>(List.of("/"));
        if (!WHERE_THE_THIRD_PARTY_HAS_BEEN.contains(role)) paths.add("/notifications");
        if (role.equals("bureau")) paths.addAll(OF_THE_BUREAU);
        paths.addAll(WHILE_IT_RUNS.getOrDefault(role, List.of()));
        return paths;
    }

    private static Page signedIn(String role) {
        return SIGNED_IN.computeIfAbsent(role, any -> signIn(browser.session(), role));
    }

    private static Path picture(String role, String path) {
        return Browser.picture((role + path).replace(PREPARING, "preparing").replace(SCORING, "scoring"));
    }

    private static Page signIn(BrowserContext session, String role) {
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
