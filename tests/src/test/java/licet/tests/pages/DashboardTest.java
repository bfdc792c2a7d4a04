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

/** Somebody begins the day at the dashboard, without script, and ends up at the models that a number counts. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DashboardTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1600, 1000);

    @Test
    void everyNumberOfAnAnswerIsTheNumberOfTheCatalog() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/dashboard"));
            var tallies = page.locator(".stack .mark-link");
            assertThat(tallies).hasCount(9);
            for (int i = 0; i < 3; i++) {
                follows(page, tallies.nth(i), tallies.nth(i).locator(".tally").textContent());
            }
        }
    }

    @Test
    void barsAndTheTablesBehindThemLeadToTheSameModels() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/dashboard"));
            for (String chart : new String[] {"#licenses", "#countries"}) {
                var bar = page.locator(chart + " a.bar-words").first();
                String number = bar.locator(".bar-number").textContent();
                page.locator(chart + " .behind summary").click();
                assertThat(page.locator(chart + " .behind tbody a").first()).hasText(number);
                assertThat(page.locator(chart + " .behind tbody a").first())
                        .hasAttribute("href", bar.getAttribute("href"));
                follows(page, bar, number);
            }
        }
    }

    @Test
    void whatNeedsSomebodyLeadsToWhereItIsSettled() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dashboard"))
                    .click();
            var actions = page.locator(".need-action a");
            int count = actions.count();
            assertThat(count).isPositive();
            for (int i = 0; i < count; i++) {
                actions.nth(i).click();
                assertThat(page.locator("h1")).isVisible();
                assertThat(page.locator(".error-status")).hasCount(0);
                page.goBack();
            }
        }
    }

    @Test
    void aNarrowPageHasItsPlacesBehindOneWord() {
        try (var context = Site.visitor(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 700))) {
            var page = context.newPage();
            page.navigate(Site.address("/licenses"));
            assertThat(page.locator(".main-nav")).isHidden();
            page.locator(".menu summary").focus();
            page.keyboard().press("Enter");
            var current = page.locator(".menu a[aria-current=page]");
            assertThat(current).isVisible();
            assertThat(current).hasText("Licenses");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Dashboard");
        }
    }

    private static void follows(Page page, Locator link, String number) {
        link.click();
        String shown = page.locator(".count").first().textContent().replaceAll("\\D", "");
        // One is written as a word, and so is none.
        assertThat(shown.isEmpty() ? "1" : shown).isEqualTo(number.replace(",", ""));
        page.goBack();
    }
}
