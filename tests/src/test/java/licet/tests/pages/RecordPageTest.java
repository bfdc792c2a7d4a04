package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import licet.registry.fact.Facts;
import licet.registry.identity.Invitation;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Role;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A decision stays what it was when the policy changes, and says what is asked today. No script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RecordPageTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false);
    private static final String MODEL = "/models/meta-llama/Llama-3.3-70B-Instruct?deployment=eu-internal-tool";
    private static final String RULE = "rules:\n  - id: none-of-meta\n    topic: license\n"
            + "    when: model.developer == 'meta'\n    then: deny\n    because: Nothing of Meta is used any more.\n";

    @Test
    void aDecisionOutlivesThePolicyThatItWasMadeUnder() {
        Site.visitor(NO_SCRIPT).close();
        var reviewer = new Invitation("decides", "Rea Viewer", Set.of(Role.REVIEWER), Set.of());
        String before = policyInForce();
        try (var context = Site.person(reviewer, NO_SCRIPT)) {
            var page = context.newPage();
            // The first page after a start waits for every answer to be made.
            page.navigate(Site.address(MODEL), new Page.NavigateOptions().setTimeout(60_000));
            link(page, "Put this answer on record");
            press(page, "Put on record");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            page.getByLabel("What is decided, and why").fill("It may be used inside.");
            press(page, "Put on record");
            assertThat(main(page)).containsText("It may be used inside.");
            assertThat(main(page)).containsText("Rea Viewer");
            assertThat(page.locator("#replay")).containsText("the same answer again, to the letter");
            assertThat(page.locator("#today")).containsText("The answer is the same");
            assertThat(page.locator(".differences")).hasCount(0);
            String stored = page.locator("main .sentence").first().innerText();

            activate(before.replaceFirst("rules:\n", RULE));
            page.reload();
            assertThat(page.locator("#replay")).containsText("the same answer again, to the letter");
            assertThat(page.locator("#replay .differences")).hasCount(0);
            assertThat(page.locator("main .sentence").first()).hasText(stored);
            assertThat(page.locator("#today")).containsText("Deny");
            assertThat(page.locator("#today .differences")).containsText("/inputs/policyVersion");
            assertThat(page.locator("#today .differences")).containsText("none-of-meta");

            page.navigate(Site.address(MODEL));
            link(page, "Decisions of record");
            assertThat(main(page).getByRole(AriaRole.ROW)).hasCount(2);
        } finally {
            activate(before);
        }
    }

    private static void activate(String policy) {
        REGISTRY.bean(Facts.class).activatePolicy(policy, Actor.PRODUCT);
    }

    private static String policyInForce() {
        return REGISTRY.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT source FROM policy_version WHERE state = 'active'", row -> row.getString("source")));
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void link(Page page, String name) {
        main(page)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
