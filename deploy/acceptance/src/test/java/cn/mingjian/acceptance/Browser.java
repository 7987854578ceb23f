package cn.mingjian.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium; each session has its own cookies. */
final class Browser implements AutoCloseable {

    private static final List<String> CANDIDATES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<Integer> WIDTHS = List.of(375, 768, 1920);

    /** Whether a page, or what it has opened over itself, is wider than its window. */
    private static final String IS_TOO_WIDE = """
        () => [...document.querySelectorAll('[role=dialog]')]
          .map(each => each.getBoundingClientRect())
          .filter(each => each.width > 0)
          .some(each => each.left < -1 || each.right > innerWidth + 1)
          || document.documentElement.scrollWidth > innerWidth\
        """;

    /** Notes when the first row of a list is there, in ms after the page was asked for. */
    static final String FIRST_ROW = """
        new MutationObserver((_, observer) => {
          if (!document.querySelector('[data-testid^=work-], .ant-table-row')) return;
          window.firstRow = performance.now();
          observer.disconnect();
        }).observe(document, {childList: true, subtree: true});
        """;

    /** What hides a part of itself or, as a frame does, of another document; what is wider than the paper. */
    private static final String CLIPPED = """
        () => [...document.querySelectorAll('main, main *')]
          .filter(each => each.clientWidth > 0 && each.clientHeight > 0 && !/^(INPUT|TEXTAREA)$/.test(each.tagName))
          .filter(each => each.tagName === 'IFRAME'
            ? each.contentDocument.documentElement.scrollHeight > each.clientHeight + 1
            : /auto|scroll|hidden/.test(getComputedStyle(each).overflow)
              && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1))
          .map(each => each.tagName + '.' + each.className)
          .concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the paper'] : [])\
        """;

    /**
     * What axe finds by rules or their tags, each with the first place where it is so. What is in order is not described: that
     * takes longer than finding it.
     */
    private static final String BARRIERS = """
        async rules => (await axe.run({exclude: ['iframe']}, {runOnly: rules, resultTypes: ['violations'], iframes: false}))
          .violations.map(each => each.id + ' ' + each.nodes[0].html)\
        """;

    /** Of A4 in landscape between its margins. */
    private static final int PAPER_WIDTH = 1_032;

    private static final int OPENINGS = 3;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final String portals;

    Browser(String portals) {
        this.portals = portals;
        // A machine that also builds is slow; what does not come at all still fails.
        setDefaultAssertionTimeout(20_000);
        Path program = Optional.ofNullable(System.getenv("MINGJIAN_BROWSER"))
                .or(() -> CANDIDATES.stream()
                        .filter(each -> Files.isExecutable(Path.of(each)))
                        .findFirst())
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("no Chromium; scripts/test installs one"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A session of nobody yet, who prefers that nothing moves: what is looked at is at rest. */
    BrowserContext session() {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1440, 900));
    }

    /** Signs an account in at an entry and waits for what it meets there. */
    Page signIn(BrowserContext session, String role, String username, String password) {
        Page page = session.newPage();
        page.navigate(portals + "/" + role);
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("#kc-login");
        page.waitForURL(portals + "/" + role + "**");
        return page;
    }

    /** Where a picture of a page goes; what README shows is chosen from them. */
    static Path picture(String name) {
        return RunningPlatform.ROOT.resolve(
                "deploy/acceptance/target/screenshots/" + name.replaceAll("[^a-z0-9]+", "-") + ".png");
    }

    /** Turns to another part of an evaluation, as a visitor does. */
    static void turn(Page page, Locator tab) {
        tab.click();
        assertThat(tab).hasAttribute("aria-selected", "true");
        settle(page);
    }

    /** Waits until all is there that a page has asked for. */
    static void settle(Page page) {
        page.waitForFunction("() => !document.querySelector('.ant-skeleton, .ant-spin-spinning')");
    }

    /** Opens a page of the portals and waits until it says something: its program may come and not yet run. */
    Page open(Page page, String path) {
        page.navigate(portals + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction("() => document.querySelector('main')?.innerText.trim()");
        settle(page);
        return page;
    }

    /** What is wrong with a page for whoever reads it otherwise or on another screen; empty for nothing. */
    List<String> faults(Page page) {
        List<String> barriers = barriers(page, WCAG);
        Stream<String> overflows = WIDTHS.stream()
                .filter(width -> {
                    page.setViewportSize(width, 900);
                    return (Boolean) page.evaluate(IS_TOO_WIDE);
                })
                .map(width -> "overflows at " + width + " px");
        List<String> faults = Stream.concat(barriers.stream(), overflows).toList();
        page.setViewportSize(1440, 900);
        return faults;
    }

    /** In how many ms the first row is there once everything is warm: the best of a few openings, as others use the machine too. */
    long firstRowOnceWarm(Page page) {
        long best = Long.MAX_VALUE;
        for (int opening = 0; opening < OPENINGS; opening++) {
            page.reload();
            page.waitForFunction("() => window.firstRow");
            best = Math.min(best, ((Number) page.evaluate("Math.round(firstRow)")).longValue());
            settle(page);
        }
        return best;
    }

    /** What could only be scrolled to, and so is missing where a page is printed. */
    List<String> clippedOnPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER_WIDTH, 900);
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        @SuppressWarnings("unchecked")
        List<String> clipped = (List<String>) page.evaluate(CLIPPED);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1440, 900);
        return clipped;
    }

    /** What cannot be read of a portal's page when it is dark. */
    static List<String> faultsInTheDark(Page page) {
        press(page, "深 色");
        List<String> faults = barriers(page, List.of("color-contrast")).stream()
                .map(fault -> "in the dark: " + fault)
                .toList();
        press(page, "浅 色");
        return faults;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Runs axe in the page, where it is loaded once; its builder opens a document of its own for every look. */
    private static List<String> barriers(Page page, List<String> rules) {
        if (page.evaluate("() => 'axe' in window").equals(false)) page.evaluate(AxeBuilder.getAxeScript());
        @SuppressWarnings("unchecked")
        List<String> barriers = (List<String>) page.evaluate(BARRIERS, rules);
        return barriers;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
