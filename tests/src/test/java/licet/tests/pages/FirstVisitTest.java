package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person does on the first day, with no script and with nothing but a keyboard. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FirstVisitTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false);

    @Test
    void findsWhyADistilledModelIsNotSimplyMit() {
        try (var context = Site.stranger(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/?q=distill"));
            signIn(page);
            link(page, "DeepSeek-R1-Distill-Llama-70B").first().click();
            assertThat(page.locator(".opinion .mark-word")).hasText("Needs");
            assertThat(page.locator("#why .reason-needs").first()).containsText("Lineage");
            assertThat(page.locator("#why blockquote").first()).containsText("Llama");
            assertThat(page.locator("#lineage .step-hinted").first()).containsText("not declared");
        }
    }

    @Test
    void getsTheSameVerdictInTheListAndOnThePage() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            var cells = page.locator("table.models tbody tr").first().locator(".mark-link");
            int deployments = cells.count();
            assertThat(deployments).isGreaterThanOrEqualTo(3);
            for (int i = 0; i < deployments; i++) {
                var mark = cells.nth(i).locator(".mark-word").textContent();
                cells.nth(i).click();
                assertThat(page.locator(".opinion .mark-word")).hasText(mark);
                page.goBack();
            }
        }
    }

    @Test
    void keepsASearchInTheAddress() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            page.getByLabel("Name, owner").fill("qwen");
            page.getByLabel("Order").selectOption("released");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            assertThat(page.url()).endsWith("/?q=qwen&sort=released");
            assertThat(page.getByLabel("Name, owner")).hasValue("qwen");
            assertThat(page.locator("table.models tbody tr .name").first()).containsText("Qwen");
        }
    }

    @Test
    void reachesEverythingByKeyboard() {
        try (var context = Site.visitor(new Browser.NewContextOptions())) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).hasText("Skip to the content");
            assertThat(focused(page)).isInViewport();
            page.keyboard().press("Enter");
            assertThat(focused(page)).hasId("main");
            page.keyboard().press("Tab");
            assertThat(focused(page)).hasId("q");
            // The list follows the letters.
            page.keyboard().type("scout-17b-16e-instruct");
            assertThat(page.locator("table.models tbody tr")).hasCount(1);
            page.locator(".model-cell a").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Llama-4-Scout");
        }
    }

    @Test
    void isToldWhatIsWrongAndSignsOutAgain() {
        try (var context = Site.stranger(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/sign-in"));
            page.getByLabel("Login").fill("ada");
            page.getByLabel("Password").fill("not the password");
            submit(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not belong together");
            signIn(page);
            page.locator(".account summary").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page.locator("h1")).hasText("Sign in");
            page.navigate(Site.address("/"));
            assertThat(page.url()).endsWith("/sign-in");
        }
    }

    private static void signIn(Page page) {
        page.getByLabel("Login").fill(TestRegistry.LOGIN);
        page.getByLabel("Password").fill(TestRegistry.PASSWORD);
        submit(page);
    }

    private static void submit(Page page) {
        page.locator("main button[type=submit]").click();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator focused(Page page) {
        return page.locator(":focus");
    }
}
