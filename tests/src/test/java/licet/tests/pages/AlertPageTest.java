package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import licet.registry.drift.Drift;
import licet.registry.drift.DriftForm;
import licet.registry.identity.Invitation;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.testing.TestRegistry;
import licet.registry.upstream.DriftNews;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a subscription of a team to the alert that one of them takes care of, and the other sees. Without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AlertPageTest {
    private static final Browser.NewContextOptions NO_SCRIPT = new Browser.NewContextOptions()
            .setViewportSize(1280, 900)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setJavaScriptEnabled(false);
    private static final Browser.NewContextOptions SCRIPT =
            new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE);

    private static TestRegistry registry;
    private static String bob = "";
    private static String kim = "";

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        var administrator = registry.bean(Credentials.class)
                .findBySession(registry.session())
                .orElseThrow();
        bob = join("bob", administrator);
        kim = join("kim", administrator);
        registry.bean(Teams.class)
                .save(new TeamText("tools", "Tools", List.of("bob", "kim"), List.of()), administrator);
    }

    private static String join(String login, Principal administrator) {
        var link = registry.bean(PeopleDesk.class)
                .invite(new Invitation(login, login, Set.of(Role.REQUESTER), Set.of()), administrator);
        var joined = registry.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
        return ((PersonLinks.Result.Done) joined).sessionId();
    }

    private static BrowserContext browser(String session, Browser.NewContextOptions options) {
        var context = Browsers.newContext(options);
        context.addCookies(List.of(
                new Cookie("licet-session", session).setUrl(registry.uri("/").toString())));
        return context;
    }

    private static Page open(BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(registry.uri(path).toString());
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void upstream(Drift drift) {
        var form = DriftForm.of(drift);
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO drift (model_id, seen_at, kind, detail)"
                                + " SELECT id, ?, ?, ? FROM model WHERE full_name_lower = 'qwen/qwq-32b'",
                        registry.clock().instant(),
                        form.kind(),
                        form.detail()));
        registry.bean(DriftNews.class).tell();
    }

    private static void subscribe(Page page, String about) {
        page.getByLabel("Who is told").selectOption("tools");
        page.getByLabel("What of").selectOption("A family");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(about);
        page.getByLabel("By e-mail").selectOption("Once a day");
        button(page, "Subscribe").click();
    }

    private static void assertAccessible(String session, String path) {
        try (var context = browser(session, SCRIPT)) {
            Accessibility.assertAccessible(open(context, path));
        }
    }

    private static void picture(Page page) {
        if (Boolean.getBoolean("licet.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "alerts.png"))
                    .setFullPage(true));
        }
    }

    @Test
    void a_team_subscribes_is_told_and_takes_care() {
        try (var bobs = browser(bob, NO_SCRIPT);
                var kims = browser(kim, NO_SCRIPT)) {
            var page = open(bobs, "/subscriptions");
            subscribe(page, "two words");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("owner/part");
            assertThat(page.getByLabel("By e-mail")).hasValue("daily");
            subscribe(page, "Qwen/QwQ");
            assertThat(page.getByRole(AriaRole.TABLE)).containsText("qwen/qwq");
            assertAccessible(bob, "/subscriptions");

            upstream(new Drift.LicenseText("LICENSE", Optional.of("aaaa"), Optional.of("bbbb")));
            upstream(new Drift.Gated("none", "manual"));
            page.navigate(registry.uri("/inbox/news").toString());
            assertThat(page.locator(".news > li")).hasCount(2);
            picture(page);
            page.getByLabel("Matters at least").selectOption("Critical");
            button(page, "Show").click();
            assertThat(page.locator(".news > li")).hasCount(1);
            assertThat(page.locator(".news > li")).containsText("The text of a license changed");
            assertThat(page.locator(".news del")).hasText("aaaa");
            assertThat(page.locator(".news ins")).hasText("bbbb");
            button(page, "I take care of it The text").click();
            assertThat(page.locator(".news")).containsText("bob takes care of it");

            var other = open(kims, "/inbox/news?severity=critical");
            assertThat(other.locator(".news")).containsText("bob takes care of it");
            assertThat(other.locator(".news")).containsText("Unread");
            assertAccessible(kim, "/inbox/news");
            other.navigate(registry.uri("/inbox/news").toString());
            button(other, "Mark all as read").click();
            assertThat(other.locator(".news")).not().containsText("Unread");

            other.navigate(registry.uri("/subscriptions").toString());
            button(other, "End it").click();
            assertThat(other.locator("main")).containsText("Nothing yet.");
        }
    }
}
