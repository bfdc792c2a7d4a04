package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody meets a model that is denied, finds permitted ones, and holds them against each other, without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ComparePageTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false);
    private static final String DENIED = "tencent/Hunyuan-A13B-Instruct";

    @Test
    void comesFromADeniedModelToAPermittedOne() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/models/" + DENIED + "?deployment=eu-internal-tool"));
            assertThat(page.locator(".opinion .mark-word").first()).hasText("Deny");
            click(page, "Find a permitted alternative");
            assertThat(page.locator("h1")).containsText(DENIED);
            var best = page.locator("#permitted tbody tr").first();
            assertThat(best).containsText("size");
            assertThat(best.locator(".mark-word")).hasText("Allow");
            String first = best.locator("th a").textContent();

            click(page, "Compare the model with the best of these");
            var answers = page.locator(".compare-table tr", with("What decides it"));
            assertThat(page.locator(".compare-models li").first()).containsText(DENIED.split("/")[1]);
            assertThat(page.locator(".compare-models li").nth(1)).containsText(first.split("/")[1]);
            assertThat(answers.locator("td").first()).containsText("Deny");
            assertThat(page.locator(".compare-differs", with("Answer")).first()).containsText("differs");
            int models = page.locator(".compare-models li").count();

            page.locator(".compare-models li")
                    .last()
                    .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Remove"))
                    .click();
            assertThat(page.locator(".compare-models li")).hasCount(models - 1);
            page.getByLabel("Add models").fill("microsoft/phi-4, nobody/nothing");
            page.getByLabel("For deployment").selectOption("us-hosted-service");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                    .click();
            assertThat(page.locator(".compare-models li")).hasCount(models);
            assertThat(page.locator(".compare-models li").last()).containsText("phi-4");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("nobody/nothing");
            assertThat(page.getByLabel("Add models")).hasValue("nobody/nothing");
            assertThat(page.locator(".compare-table caption")).not().isEmpty();
        }
    }

    @Test
    void tellsHowToChooseWhereNothingIsChosen() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/compare"));
            assertThat(page.locator(".empty h2")).hasText("Nothing to compare yet");
            assertThat(page.locator(".compare-table").count()).isZero();
        }
    }

    private static Page.LocatorOptions with(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void click(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }
}
