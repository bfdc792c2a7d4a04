package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.calendar.CalendarBook;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody looks at a month, narrows it, and takes it into a calendar of their own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CalendarPageTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void aMonthIsNarrowedAndTakenAlong() {
        REGISTRY.bean(CalendarBook.class).refresh();
        try (var context = Browsers.newContext(new Browser.NewContextOptions())) {
            context.addCookies(List.of(new Cookie("licet-session", REGISTRY.session())
                    .setUrl(REGISTRY.uri("/").toString())));
            var page = context.newPage();
            page.navigate(REGISTRY.uri("/calendar?month=2026-04").toString());
            var month = page.locator("table.month");
            assertThat(month).containsText("mistralai/Mistral-Medium-3.5-128B published");
            Accessibility.assertAccessible(page);
            page.getByText("Later").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("May 2026");
            page.getByText("Earlier").click();

            page.getByText("Narrow").click();
            page.locator("#scope").selectOption("family");
            page.locator("#of").fill("deepseek");
            press(page, "Show");
            assertThat(page.locator(".spans")).containsText("deepseek-ai/DeepSeek-V4-Pro published");
            assertThat(month).not().containsText("mistralai");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("List").setExact(true))
                    .click();
            assertThat(page.locator(".agenda")).containsText("deepseek-ai/DeepSeek-V4-Flash published");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Year").setExact(true))
                    .click();
            assertThat(page.locator("table.year")).containsText("April");

            page.locator("#feed-scope").selectOption("team");
            page.locator("#subject").fill("nobody");
            press(page, "Make an address");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("give the key of a team");
            page.locator("#feed-scope").selectOption("all");
            page.locator("#subject").fill("");
            press(page, "Make an address");
            var address = page.locator("#feed-ics").textContent();
            Assertions.assertThat(address)
                    .startsWith(REGISTRY.uri("/").toString())
                    .endsWith(".ics");
            var read = page.request().get(address);
            Assertions.assertThat(read.status()).isEqualTo(200);
            Assertions.assertThat(read.text()).contains("BEGIN:VEVENT");
            page.locator(".feed-list button").click();
            assertThat(page.locator(".feed-list")).hasCount(0);
            Assertions.assertThat(page.request().get(address).status()).isEqualTo(404);
        }
    }
}
