package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an administrator does about the parts of the Hub that are kept current, without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SyncPageTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1600, 1000);

    @Test
    void watchesADeveloperAndEndsTheWatch() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sync"))
                    .click();
            page.getByLabel("Owner").fill("Qwen");
            press(page, "Watch");
            var runs = page.locator("#runs tbody tr").first();
            assertThat(runs).containsText("All of Qwen");
            for (int look = 0; look < 60 && !runs.textContent().contains("Done"); look++) {
                page.waitForTimeout(1_000);
                page.navigate(Site.address("/sync"));
            }
            assertThat(runs).containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(1_000));
            press(page, "End All of Qwen");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End All of Qwen")))
                    .hasCount(0);
        }
    }

    @Test
    void isToldWhatIsWrongWithAWish() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/sync"));
            page.getByLabel("Owner").fill("a/b");
            page.getByLabel("Hours between runs").fill("never");
            press(page, "Watch");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("namespace");
            assertThat(page.getByLabel("Owner")).hasValue("a/b");
            assertThat(page.getByLabel("Hours between runs")).hasValue("never");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
