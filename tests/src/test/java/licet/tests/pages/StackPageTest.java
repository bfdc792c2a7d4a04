package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Role;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A team records its stack, holds a review, and sees the renewal rate. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StackPageTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final String SESSION = REGISTRY.session();

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static Page visit(com.microsoft.playwright.BrowserContext context, String path) {
        context.addCookies(List.of(
                new Cookie("licet-session", SESSION).setUrl(REGISTRY.uri("/").toString())));
        var page = context.newPage();
        page.navigate(REGISTRY.uri(path).toString());
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void fill(Page page, String slot, String model) {
        page.getByText("Fill a slot").click();
        page.getByLabel("Key of the slot").fill(slot);
        page.locator("#model").fill(model);
        page.locator("#deployment").selectOption("eu-internal-tool");
        press(page, "Fill");
    }

    private static void decide(Page page, String slot, String decision, String model) {
        var card = page.locator("#slot-" + slot);
        card.getByLabel(decision, new Locator.GetByLabelOptions().setExact(true))
                .check();
        card.getByLabel("Reason").fill("because of " + decision);
        card.getByLabel("Model that takes over").fill(model);
        card.getByRole(AriaRole.BUTTON).click();
    }

    @Test
    void fromTheFirstSlotToTheRenewalRate() {
        var admin = new Staff(REGISTRY).person("ada-two", Set.of(Role.ADMINISTRATOR), Set.of());
        REGISTRY.bean(Teams.class)
                .save(new TeamText("assistants", "Assistants", List.of(TestRegistry.LOGIN), List.of()), admin);
        try (var context = Browsers.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visit(context, "/stacks");
            page.getByText("Record a stack").click();
            page.getByLabel("Name").fill("Assistants of the desk");
            page.getByLabel("Key").fill("Desk");
            press(page, "Record");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("lower-case letters");
            page.getByLabel("Key").fill("desk");
            press(page, "Record");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Assistants of the desk");

            fill(page, "main", "Qwen/QwQ-32B");
            fill(page, "second", "Qwen/QwQ-32B");
            fill(page, "vision", "meta-llama/Llama-4-Scout-17B-16E-Instruct");
            var red = page.locator("tr.row-red");
            assertThat(red).hasCount(1);
            assertThat(red).containsText("may not be used");
            page.getByText("Write a note").click();
            page.locator("#note-slot").selectOption("main");
            page.getByLabel("What was found").fill("cheaper than it was");
            page.getByLabel("Figure").fill("1200");
            page.getByLabel("Unit").fill("EUR/month");
            press(page, "Note");
            assertThat(page.locator("#notes")).containsText("1200 EUR/month");

            page.getByText("Schedule a review").click();
            page.getByLabel("Due").fill("soon");
            press(page, "Schedule");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("write a day");
            var today = LocalDate.now(REGISTRY.clock());
            page.getByLabel("Due").fill(today.toString());
            press(page, "Schedule");
            page.locator("#reviews tbody a").click();
            press(page, "Open the review");
            assertThat(page.locator("#slot-main")).containsText("1200 EUR/month");
            decide(page, "main", "Renew", "");
            decide(page, "second", "Replace", "");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("name the model that takes over");
            decide(page, "second", "Replace", "microsoft/phi-4");
            press(page, "Close the review");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 are open");
            decide(page, "vision", "Retire", "");
            press(page, "Close the review");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("closed");

            page.navigate(REGISTRY.uri("/renewals").toString());
            assertThat(page.locator(".renewal-figure")).hasText("33 %");
            assertThat(page.locator("#by-family")).containsText("1 of 2");
            page.navigate(REGISTRY.uri("/stacks").toString());
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("everything may be used");
        }
        try (var context = Browsers.newContext(new Browser.NewContextOptions())) {
            for (var path : List.of("/stacks", "/stacks/desk", "/renewals")) {
                Accessibility.assertAccessible(visit(context, path));
            }
            var page = visit(context, "/stacks/desk");
            page.locator("#reviews tbody a").last().click();
            Accessibility.assertAccessible(page);
        }
    }
}
