package cn.mingjian.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody at a portal, who does with its pages what a person does: reads labels, types, pastes, presses buttons. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 30_000;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final BrowserContext session;
    private final Browser browser;
    private final String role;
    private final Page page;

    Visitor(Browser browser, String role, String username, String password) {
        this.browser = browser;
        this.role = role;
        this.session = browser.session();
        this.page = browser.signIn(session, role, username, password);
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    Page page() {
        return page;
    }

    /** What was wrong with the pages and questions that this visitor has met. */
    List<String> faults() {
        return faults;
    }

    /** Looks whether what is open can be read by everybody on every screen, in the light and in the dark. */
    Visitor looks(String name) {
        Browser.settle(page);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Browser.picture(role + "-round-" + name)));
        browser.faults(page).forEach(fault -> faults.add(role + " " + name + " " + fault));
        Browser.faultsInTheDark(page).forEach(fault -> faults.add(role + " " + name + " " + fault));
        return this;
    }

    /** Opens a page of the portal. */
    Visitor open(String path) {
        browser.open(page, "/" + role + path);
        return this;
    }

    /** Types into the field of that label. */
    Visitor type(String label, String text) {
        seen(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .fill(text);
        return this;
    }

    /** Chooses from the list of that label by typing the beginning of what is wanted. */
    Visitor choose(String label, String wanted) {
        Locator field = page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
        field.click();
        if (field.isEditable()) field.fill(wanted);
        page.locator(".ant-select-item-option[title^='" + wanted + "']:visible")
                .first()
                .click();
        return this;
    }

    /** Adds a row to the n-th grid of the page and pastes lines of a spreadsheet into it. */
    Visitor paste(int grid, List<String> lines) {
        Locator add = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("添加一行"))
                .nth(grid);
        add.click();
        Locator table = seen(page.locator("table.grid")).nth(grid);
        table.locator("tbody tr").last().locator("td").first().evaluate("""
            (cell, text) => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              cell.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }\
            """, String.join("\n", lines) + "\n");
        return this;
    }

    Visitor upload(String label, Path file) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
        return this;
    }

    /** Presses a button, and waits for what it says when it is done. */
    Visitor press(String button, String said) {
        press(button);
        return hears(said);
    }

    Visitor press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(spaced(button)).setExact(true))
                .last()
                .click();
        return this;
    }

    /** Presses a button, says yes in the dialog that asks back, and waits for what it says when it is done. */
    Visitor press(String button, String yes, String said) {
        press(button);
        Locator asked = page.getByRole(AriaRole.DIALOG);
        asked.waitFor();
        if (seen.add(button)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Browser.picture(role + "-asked-" + seen.size())));
            browser.faults(page).forEach(fault -> faults.add(role + " asked back after " + button + ": " + fault));
        }
        asked.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(spaced(yes)).setExact(true))
                .click();
        return hears(said);
    }

    /** Goes to another tab of the page. */
    Visitor tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return this;
    }

    /** Goes to another part of a tab. */
    Visitor segment(String name) {
        page.getByTitle(name, new Page.GetByTitleOptions().setExact(true)).click();
        return this;
    }

    /** Waits for words on the page. */
    Visitor hears(String words) {
        assertThat(page.getByText(words).last())
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(PATIENCE_MILLIS));
        return this;
    }

    /** Of what a page holds, that which can be seen: a tab that was left stays behind the one that is open. */
    private static Locator seen(Locator all) {
        return all.locator("visible=true");
    }

    /** A button of two characters is printed with a gap between them. */
    private static String spaced(String button) {
        return button.length() == 2 ? button.charAt(0) + " " + button.charAt(1) : button;
    }

    @Override
    public void close() {
        session.close();
    }
}
