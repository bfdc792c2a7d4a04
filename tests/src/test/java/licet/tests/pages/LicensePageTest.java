package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody looks up what changed between two versions of a license, and what a deployment has to do, without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LicensePageTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1600, 1000);

    @Test
    void findsALicenseAndWhatItChangedAndWhereItDenies() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            click(page, "Licenses");
            page.getByLabel("Name, key, family or Hub name").fill("llama 3.3");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            click(page, "Llama 3.3 Community License Agreement");
            var main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("Withheld");
            assertThat(main).containsText("above 700,000,000 monthly active users");
            assertThat(page.locator(".differences tbody tr").first()).isVisible();
            assertThat(page.locator("#use")).containsText("llama-3.3-community/monthly-users-cap");
            page.getByLabel("Deployment", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("us-hosted-service");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the duties"))
                    .click();
            assertThat(page.locator("#pack .checklist").first()).containsText("Built with Llama");
        }
    }

    private static void click(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }
}
