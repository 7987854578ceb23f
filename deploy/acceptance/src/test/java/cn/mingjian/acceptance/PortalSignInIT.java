package cn.mingjian.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How people come in at the portals and leave them, in a real browser: what it keeps, and the directory's own pages. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class PortalSignInIT {

    private static final String CLOSED = "dagang-2023-final";
    private static final String SUPERVISOR = CLOSED + ".sv-1";

    /** Writes as the page of an account does, with the token that such a page has. */
    private static final String READING_UP_TO_NOTHING = """
        account => fetch('/supervisor/api/district/v1/notifications/reading', {
          method: 'PUT',
          headers: {
            'Content-Type': 'application/json',
            'X-CSRF-TOKEN': document.cookie.match(/csrf-token=([^;]*)/)[1],
            ...(account ? {'X-Account': account} : {}),
          },
          body: '{"upTo":0}',
        }).then(answer => answer.status)\
        """;

    /** As a page does that shows several things. */
    private static final String MANY_AT_ONCE = """
        Promise.all(Array.from({length: 6}, () =>
          fetch('/purchaser/api/session', {headers: {'X-Requested-With': 'JavaScript'}}).then(answer => answer.status)))\
        """;

    private static Browser browser;
    private static Doors doors;
    private static String portals;

    @BeforeAll
    static void aRoundIsClosed(RunningPlatform platform, @TempDir Path folder) throws Exception {
        var ending = platform.evaluate(RunningPlatform.DAGANG, folder);
        assertThat(ending.code()).as(ending.said()).isZero();
        portals = platform.addresses().get("portal").asText();
        doors = new Doors(platform);
        browser = new Browser(portals);
    }

    @AfterAll
    static void theBrowserCloses() {
        if (browser != null) browser.close();
    }

    @Test
    void theBrowserHoldsNoTokenAndNothingStaysAfterSigningOut() {
        try (BrowserContext session = browser.session()) {
            Page page = browser.signIn(session, "supervisor", SUPERVISOR, doors.password(SUPERVISOR));
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            List<Cookie> cookies = session.cookies(portals + "/supervisor");

            assertThat(cookies)
                    .filteredOn(cookie -> !cookie.name.equals("csrf-token"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.httpOnly);
            assertThat(page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length"))
                    .isEqualTo(0);
            assertThat(page.evaluate("fetch('/supervisor/api/district/v1/notifications/reading', {method: 'PUT',"
                            + " headers: {'Content-Type': 'application/json'}, body:"
                            + " '{\"upTo\":0}'}).then(a => a.status)"))
                    .isEqualTo(400);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("退出"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, named("已安全退出"))).isVisible();
            page.goBack();
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void signingOutInOneTabEndsTheOthersAtOnce() {
        try (BrowserContext session = browser.session()) {
            Page page = browser.signIn(session, "supervisor", SUPERVISOR, doors.password(SUPERVISOR));
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            Page other = browser.open(session.newPage(), "/supervisor/evaluations/" + CLOSED + "/overview");
            assertThat(other.getByRole(AriaRole.TAB).first()).isVisible();
            assertThat(other.locator("body")).containsText("大岗");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("退出"))
                    .click();

            assertThat(other.getByRole(AriaRole.HEADING, named("已在另一标签页退出"))).isVisible();
            assertThat(other.locator("body")).not().containsText("大岗");
            assertThat(other.title()).doesNotContain("大岗");
            assertThat(browser.faults(other)).isEmpty();
            other.reload();
            assertThat(other.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void aTabEndsWhenAnotherAccountComesInBesideIt() {
        String second = CLOSED + ".sv-2";
        try (BrowserContext session = browser.session()) {
            Page old = browser.signIn(session, "supervisor", SUPERVISOR, doors.password(SUPERVISOR));
            assertThat(old.getByTestId("work-" + CLOSED)).isVisible();
            session.clearCookies();

            Page page = browser.signIn(session, "supervisor", second, doors.password(second));

            assertThat(page.getByTestId("account")).hasText(second);
            assertThat(old.getByRole(AriaRole.HEADING, named("已在另一标签页换成别的账号"))).isVisible();
            assertThat(old.getByText("现在登录本门户的是 " + second)).isVisible();
            assertThat(old.locator("body")).not().containsText("大岗");
            assertThat(browser.faults(old)).isEmpty();
        }
    }

    @Test
    void whatATabDoesIsRefusedUnderAnotherAccountsSessionThoughNobodyToldIt() {
        String second = CLOSED + ".sv-2";
        try (BrowserContext session = browser.session()) {
            session.addInitScript("BroadcastChannel.prototype.postMessage = () => {}");
            Page old = browser.signIn(session, "supervisor", SUPERVISOR, doors.password(SUPERVISOR));
            assertThat(old.getByTestId("work-" + CLOSED)).isVisible();
            Object first = old.evaluate("fetch('/supervisor/api/session').then(a => a.json()).then(a => a.account)");
            session.clearCookies();
            Page page = browser.signIn(session, "supervisor", second, doors.password(second));
            assertThat(page.getByTestId("account")).hasText(second);
            Object own = page.evaluate("fetch('/supervisor/api/session').then(a => a.json()).then(a => a.account)");

            assertThat(page.evaluate(READING_UP_TO_NOTHING, first)).isEqualTo(409);
            assertThat(page.evaluate(READING_UP_TO_NOTHING, "")).isEqualTo(409);
            assertThat((Integer) page.evaluate(READING_UP_TO_NOTHING, own)).isLessThan(300);
            old.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("通知"))
                    .click();
            assertThat(old.getByRole(AriaRole.HEADING, named("已在另一标签页换成别的账号"))).isVisible();
        }
    }

    @Test
    void whoIsSignedOutAtTheDirectoryIsSignedOutHere() {
        try (BrowserContext session = browser.session()) {
            String username = CLOSED + ".sc-2";
            Page page = browser.signIn(session, "supervisory-center", username, doors.password(username));
            assertThat(page.getByTestId("work-" + CLOSED)).isVisible();
            browser.open(page, "/supervisory-center/notifications");
            assertThat(page.getByRole(AriaRole.HEADING, named("通知"))).isVisible();

            doors.signOut(username);

            page.navigate(portals + "/supervisory-center/notifications");
            assertThat(page.locator("#kc-login")).isVisible();
        }
    }

    @Test
    void whoseRoleIsTakenBackIsSignedOutAndComesInNoMore() {
        String leaver = "walk.leaver-" + Long.toString(System.currentTimeMillis(), 36);
        Doors.Caller bureau = doors.person("bureau", "bureau@nansha");
        doors.newcomer("purchaser", leaver, bureau, "nansha", "dagang");
        String withdrawals = "/v1/districts/nansha/stations/dagang/accounts/" + leaver + "/withdrawals";
        try (BrowserContext session = browser.session()) {
            Page page = browser.signIn(session, "purchaser", leaver, doors.password(leaver));
            assertThat(page.getByTestId("account")).hasText(leaver);

            bureau.ask(new Request("district", "POST", withdrawals, "{\"role\":\"purchaser\"}", "application/json"));

            page.navigate(portals + "/purchaser");
            assertThat(page.locator("#kc-login")).isVisible();
            Page again = browser.signIn(session, "purchaser", leaver, doors.password(leaver));
            assertThat(again.getByRole(AriaRole.HEADING, named("此账号不能进入购买方门户"))).isVisible();
        }
    }

    @Test
    void aSessionOutlivesItsTokensHoweverManyAskAtOnceAndEndsWithTheAccount() {
        String worker = "walk.worker-" + Long.toString(System.currentTimeMillis(), 36);
        doors.newcomer("purchaser", worker, doors.person("bureau", "bureau@nansha"), "nansha", "dagang");
        doors.tokenLifespan("portal-purchaser", "2");
        try (BrowserContext session = browser.session()) {
            Page page = browser.signIn(session, "purchaser", worker, doors.password(worker));
            for (int turn = 0; turn < 3; turn++) {
                page.waitForTimeout(2_500);
                assertThat(page.evaluate(MANY_AT_ONCE)).isEqualTo(Collections.nCopies(6, 200));
            }

            doors.disable(worker);

            page.waitForTimeout(2_500);
            assertThat(page.evaluate(MANY_AT_ONCE)).isEqualTo(Collections.nCopies(6, 499));
            page.navigate(portals + "/purchaser/notifications");
            assertThat(page.locator("#kc-login")).isVisible();
        } finally {
            doors.tokenLifespan("portal-purchaser", "");
        }
    }

    @Test
    void theDirectorysPagesAreInChineseAndOfOurLooks() {
        String newcomer = "walk.newcomer-" + Long.toString(System.currentTimeMillis(), 36);
        doors.newcomer("purchaser", newcomer, doors.person("bureau", "bureau@nansha"), "nansha", "dagang");
        List<String> faults = new ArrayList<>();
        try (BrowserContext session = browser.session()) {
            Page page = browser.open(session.newPage(), "/purchaser");
            assertThat(page.getByRole(AriaRole.HEADING, named("登录"))).isVisible();
            faults.addAll(inBothLights(page, "sign-in"));
            page.fill("#username", newcomer);
            page.fill("#password", "nobody-knows-1");
            page.click("#kc-login");
            assertThat(page.getByText("用户名或密码不对")).isVisible();
            faults.addAll(inBothLights(page, "refused"));

            page.fill("#password", doors.temporaryPassword(newcomer));
            page.click("#kc-login");
            assertThat(page.getByRole(AriaRole.HEADING, named("设置新密码"))).isVisible();
            faults.addAll(inBothLights(page, "first-password"));
            page.fill("#password-new", "tea-and-rice-12");
            page.fill("#password-confirm", "tea-and-rice-12");
            page.locator("#kc-submit, [type=submit]").first().click();
            assertThat(page.getByRole(AriaRole.HEADING, named("工作台"))).isVisible();

            page.navigate(doors.keycloakAddress("/protocol/openid-connect/logout"));
            assertThat(page.getByRole(AriaRole.HEADING, named("退出登录"))).isVisible();
            faults.addAll(inBothLights(page, "sign-out"));
            page.navigate(doors.keycloakAddress("/protocol/openid-connect/auth?client_id=nobody"));
            assertThat(page.getByRole(AriaRole.HEADING, named("没有成功"))).isVisible();
            faults.addAll(inBothLights(page, "wrong"));
        }

        assertThat(faults).isEmpty();
    }

    /** What is wrong with a page of the directory, which is as dark as the machine is set to. */
    private static List<String> inBothLights(Page page, String name) {
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Browser.picture(
                            "directory-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT))));
            browser.faults(page).forEach(fault -> faults.add(name + " " + scheme + " " + fault));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return faults;
    }

    @Test
    void whatNeedsNoAccountIsOpenAndTheRestIsNot() {
        try (BrowserContext session = browser.session()) {
            Page page = session.newPage();
            browser.open(page, "/");
            assertThat(page.getByText("请选择您的门户登录")).isVisible();
            assertThat(browser.faults(page)).isEmpty();

            browser.open(page, "/verification");
            page.getByLabel("核验码").fill("0000-0000-0000-0000-0000-0000-0000-0000");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("验 证"))
                    .click();
            assertThat(page.getByText("没有签发过这份报告")).isVisible();
            assertThat(browser.faults(page)).isEmpty();

            for (String path :
                    List.of("/index.html", "/pages/index.html", "/public-api/v1/evaluations/" + CLOSED, "/q/health")) {
                assertThat(page.request().get(portals + path).status()).as(path).isIn(401, 403, 404);
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
