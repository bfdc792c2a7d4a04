package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How somebody comes and goes, seen by the administrator and by the person, without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PeoplePageTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false);
    private static final String PASSWORD = "a long enough password";

    @Test
    void isInvitedSetsAPasswordGetsARoleAndLeaves() {
        try (var office = Site.visitor(NO_SCRIPT);
                var home = Site.stranger(NO_SCRIPT)) {
            var admin = office.newPage();
            admin.navigate(Site.address("/people"));
            admin.getByLabel("Login", new Page.GetByLabelOptions().setExact(true))
                    .fill("vera");
            admin.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill("Vera Reviewer");
            press(admin, "Invite");
            var person = home.newPage();
            person.navigate(admin.locator("#link").textContent());
            person.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            person.locator("#passwordAgain").fill(PASSWORD);
            press(person, "Set password and sign in");
            person.navigate(Site.address("/account"));
            assertThat(person.locator(".lede")).containsText("vera");
            assertThat(person.locator(".lede")).not().containsText("Reviewer");
            person.getByLabel("Language of e-mails").selectOption("Deutsch");
            press(person, "Save");
            assertThat(person.getByLabel("Language of e-mails")).hasValue("de");
            // Who has no such role finds the door shut.
            assertThat(person.navigate(Site.address("/people")).status()).isEqualTo(403);

            admin.navigate(Site.address("/people"));
            link(admin, "vera");
            admin.getByLabel("Reviewer").check();
            admin.getByLabel("Legal").check();
            press(admin, "Save roles and topics");
            person.navigate(Site.address("/account"));
            assertThat(person.locator(".lede")).containsText("Reviewer");
            assertThat(person.locator(".lede")).containsText("Legal");

            press(admin, "Deactivate");
            assertThat(admin.locator(".lede")).containsText("Deactivated");
            person.navigate(Site.address("/account"));
            assertThat(person.locator("h1")).hasText("Sign in");

            admin.getByLabel("Reason").fill("asked for it");
            admin.getByLabel("Login of the person").fill("somebody");
            press(admin, "Erase for good");
            assertThat(admin.getByRole(AriaRole.ALERT)).containsText("Type the login");
            assertThat(admin.getByLabel("Reason")).hasValue("asked for it");
            admin.getByLabel("Login of the person").fill("vera");
            press(admin, "Erase for good");
            assertThat(admin.locator(".lede")).containsText("former person");
            assertThat(admin.locator(".lede")).containsText("Erased");
            assertThat(admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reactivate")))
                    .hasCount(0);
            admin.navigate(Site.address("/people"));
            assertThat(admin.locator("main")).not().containsText("vera");
        }
    }

    @Test
    void makesATokenThatIsShownOnceAndRevokesIt() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/tokens"));
            page.locator("#name").fill("nightly build");
            page.locator("#days").fill("400");
            press(page, "Create token");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("366");
            page.locator("#days").fill("30");
            press(page, "Create token");
            assertThat(page.locator("#secret")).containsText("lct_a_");
            page.navigate(Site.address("/tokens"));
            assertThat(page.locator("#secret")).hasCount(0);
            press(page, "Revoke nightly build");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke nightly build")))
                    .hasCount(0);
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
