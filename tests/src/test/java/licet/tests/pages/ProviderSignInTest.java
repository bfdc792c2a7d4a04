package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.testing.OidcServer;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Off to the provider and back, without script. Provider and product are different sites to the browser. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProviderSignInTest {
    private static final OidcServer PROVIDER = OidcServer.withPage(() -> Instant.parse("2026-11-02T09:00:00Z"));
    private static final TestRegistry REGISTRY = TestRegistry.apart(PROVIDER.settings());
    /** Milliseconds: two servers answer for the first time. */
    private static final double SLOW = 60_000;

    private static final Path PICTURES = Path.of("target", "pictures");

    /** While nobody has an account yet: the link of the first administrator works only then. */
    @BeforeAll
    static void makeALocalAccountFirst() {
        REGISTRY.session();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void signsInAtTheProviderAndOutAgain() {
        try (var context = Browsers.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            context.setDefaultTimeout(SLOW);
            var page = context.newPage();
            page.navigate(address("/design"));
            assertThat(page.locator("h1")).hasText("Sign in");
            signInAs(page, "s-1", "{\"preferred_username\": \"nora\", \"groups\": [\"licet-admins\"]}");
            page.waitForURL(address("/design"));
            assertThat(page.locator(".account summary")).containsText("nora");

            page.locator(".account summary").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page.locator("h1")).hasText("Sign in");
            page.navigate(address("/design"));
            assertThat(page.locator("h1")).hasText("Sign in");
        }
    }

    @Test
    void isToldWhyTheDoorStaysClosed() {
        try (var context = Browsers.newContext()) {
            context.setDefaultTimeout(SLOW);
            var page = context.newPage();
            page.navigate(address("/sign-in"));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("sign-in-provider.png")));
            Accessibility.assertAccessible(page);
            signInAs(page, "s-2", "{\"preferred_username\": \"otto\", \"groups\": [\"others\"]}");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("you have no role");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("sign-in-refused.png")));
            Accessibility.assertAccessible(page);
            assertThat(context.cookies()).noneMatch(cookie -> cookie.name.contains("session"));
        }
    }

    @Test
    void joinsAnIdentityToALocalAccountAndSignsInWithIt() {
        try (var context = Browsers.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            context.setDefaultTimeout(SLOW);
            context.addCookies(List.of(new Cookie("licet-session", REGISTRY.session()).setUrl(address("/"))));
            var page = context.newPage();
            page.navigate(address("/account"));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("account-provider.png")));
            PROVIDER.next("s-3", Map.of());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join my identity at Example"))
                    .click();
            atProvider(page, "s-3", "{\"preferred_username\": \"quite-another\", \"groups\": [\"licet-admins\"]}");
            page.waitForURL(address("/account"));
            assertThat(page.locator("main")).containsText("Your identity there is a way into this account.");

            context.clearCookies();
            page.navigate(address("/account"));
            signInAs(page, "s-3", "{\"preferred_username\": \"quite-another\", \"groups\": [\"licet-admins\"]}");
            page.waitForURL(address("/account"));
            assertThat(page.locator(".lede")).containsText(TestRegistry.LOGIN);
        }
    }

    private static void signInAs(Page page, String subject, String claims) {
        PROVIDER.next(subject, Map.of());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Example"))
                .click();
        atProvider(page, subject, claims);
    }

    private static void atProvider(Page page, String subject, String claims) {
        page.locator("input[name=username]").fill(subject);
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[type=submit]").click();
    }

    /** By number, while the provider goes by name: two sites. */
    private static String address(String path) {
        return REGISTRY.uri(path).toString().replace("localhost", "127.0.0.1");
    }
}
