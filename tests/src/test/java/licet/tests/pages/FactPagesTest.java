package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody changes facts, sees first what it would do, and finds the catalog following, without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FactPagesTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false);
    private static final String TOOL = "/deployments/eu-internal-tool";

    @Test
    void changesOneFactAndTheCatalogFollows() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/deployments"));
            click(page, "Internal assistant of a small EU company");
            String before = denied(page);
            click(page, "Change facts");
            page.getByLabel("Military use").check();
            press(page, "See what would change");
            assertThat(page.locator(".preview-sum")).not().containsText("No answer");
            assertThat(page.locator(".fact-flip .fact-reasons").first()).not().isEmpty();
            String then = page.locator(".preview-counts tbody tr")
                    .nth(2)
                    .locator("td")
                    .nth(1)
                    .textContent();
            assertThat(then).isNotEqualTo(before);
            String example = page.locator(".fact-flip", new Page.LocatorOptions().setHasText("Deny"))
                    .first()
                    .locator(".fact-flip-examples a")
                    .first()
                    .getAttribute("href");
            press(page, "Save as a new version");

            assertThat(page.locator("h1")).hasText("Internal assistant of a small EU company");
            assertThat(denied(page)).isEqualTo(then);
            assertThat(page.locator(".fact-versions li").first()).containsText("Military use");
            assertThat(page.locator(".fact-versions li").first()).containsText("Ada Admin");
            page.navigate(Site.address(example));
            assertThat(page.locator(".opinion .mark-word")).hasText("Deny");

            page.navigate(Site.address(TOOL + "/edit"));
            page.getByLabel("Military use").uncheck();
            press(page, "See what would change");
            press(page, "Save as a new version");
            assertThat(denied(page)).isEqualTo(before);
        }
    }

    @Test
    void isToldWhatIsWrongAndKeepsWhatWasTyped() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/new-deployment"));
            page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("No Key");
            page.getByLabel("Country where the model runs").fill("Nowhereland");
            press(page, "See what would change");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("lower-case");
            assertThat(page.getByLabel("Country where the model runs")).hasValue("Nowhereland");
            page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("trial");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Trial");
            page.getByLabel("Country where the model runs").fill("Germany");
            press(page, "See what would change");
            assertThat(page.locator(".preview")).containsText("Trial");
        }
    }

    @Test
    void doesNotUndoWhatSomebodyElseSaved() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var mine = context.newPage();
            var theirs = context.newPage();
            mine.navigate(Site.address(TOOL + "/edit"));
            theirs.navigate(Site.address(TOOL + "/edit"));
            theirs.getByLabel("Stage").selectOption("pilot");
            press(theirs, "See what would change");
            press(theirs, "Save as a new version");
            mine.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("My name for it");
            press(mine, "See what would change");
            assertThat(mine.getByRole(AriaRole.ALERT)).containsText("Somebody else saved first");
            assertThat(mine.getByRole(AriaRole.ALERT)).containsText("Pilot");
            assertThat(mine.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("My name for it");
            theirs.navigate(Site.address(TOOL + "/edit"));
            theirs.getByLabel("Stage").selectOption("production");
            press(theirs, "See what would change");
            press(theirs, "Save as a new version");
        }
    }

    @Test
    void correctsAFigureAndFindsTheOldOne() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/organization"));
            assertThat(page.locator("#figures")).containsText("product analytics answers for it");
            page.navigate(Site.address("/organization/figures/0"));
            String old = page.getByLabel("Value").inputValue();
            page.getByLabel("Value").fill("41,000");
            press(page, "See what would change");
            press(page, "Save as a new version");
            var first = page.locator("#figures tbody tr").first();
            assertThat(first).containsText("41,000 users");
            first.locator("summary").click();
            assertThat(first.locator("details")).containsText("40,000 users");
            page.navigate(Site.address("/organization/figures/0"));
            page.getByLabel("Value").fill(old);
            press(page, "See what would change");
            press(page, "Save as a new version");
        }
    }

    @Test
    void confirmsAFigureBeforeItAgesOut() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/organization"));
            assertThat(page.locator("#confirmations")).hasCount(0);
            var row = page.locator("#figures tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("finance answers for it"))
                    .first();
            String form = row.locator("a").last().getAttribute("href");
            page.navigate(Site.address(form));
            String value = page.getByLabel("Value").inputValue();
            page.getByLabel("As of").fill("2026-10-10");
            press(page, "See what would change");
            press(page, "Save as a new version");

            page.navigate(Site.address("/dashboard"));
            click(page, "Confirm figures");
            var due = page.locator("#confirmations li");
            assertThat(due).hasCount(1);
            assertThat(due).containsText("due on 10 Nov 2026");
            assertThat(due).containsText("Confirmed monthly by finance");
            due.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#confirmations")).hasCount(0);
            assertThat(page.locator(".fact-versions li").first()).containsText("Ada Admin");

            page.navigate(Site.address("/organization"));
            click(page, "History in the audit log");
            assertThat(page.locator(".audit-rows tbody tr").first()).containsText("organization.confirm");
            page.locator(".audit-rows summary").first().click();
            assertThat(page.locator(".audit-detail").first()).containsText("2026-10-10");
            assertThat(page.locator("main")).not().containsText(value.replace(",", ""));
        }
    }

    private static String denied(Page page) {
        return page.locator("#answers .tally").nth(2).textContent();
    }

    private static void click(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
