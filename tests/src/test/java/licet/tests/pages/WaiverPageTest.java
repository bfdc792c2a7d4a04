package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.fact.Facts;
import licet.registry.identity.Invitation;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.PolicyDesk;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import licet.registry.waiver.WaiverKeeping;
import licet.rules.evidence.ModelId;
import licet.rules.verdict.Finding;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a rule that denies to a gate that permits for a while, and no moment longer. Without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WaiverPageTest {
    private static final Browser.NewContextOptions NO_SCRIPT = new Browser.NewContextOptions()
            .setViewportSize(1600, 1000)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setJavaScriptEnabled(false);
    private static final String POLICY = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            rules:
              - id: not-here
                topic: use
                when: deployment.stage == 'production' || deployment.stage != 'production'
                then: deny
                because: Nothing runs here without a word from us.
                waivable: {max-days: 30}
            """;

    private static TestRegistry registry;
    private static Principal administrator;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(FirstStart.class).run(IngestProgress.SILENT);
        administrator = principal(registry.session());
        var author = principal(join("writes", Role.POLICY_AUTHOR));
        var second = principal(join("enforces", Role.POLICY_AUTHOR, Role.APPROVER));
        var desk = registry.bean(PolicyDesk.class);
        var draft = desk.propose(new PolicyDesk.Proposal(POLICY, "We want it so.", Optional.empty()), author);
        desk.activate(draft.key(), draft.version(), "balanced/1", "Agreed.", second);
    }

    private static Principal principal(String session) {
        return registry.bean(Credentials.class).findBySession(session).orElseThrow();
    }

    private static String join(String login, Role... roles) {
        var link = registry.bean(PeopleDesk.class)
                .invite(new Invitation(login, login, Set.of(roles), Set.of()), administrator);
        var joined = registry.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
        return ((PersonLinks.Result.Done) joined).sessionId();
    }

    private static BrowserContext browser(String session, Browser.NewContextOptions options) {
        var context = Browsers.newContext(options);
        context.addCookies(List.of(
                new Cookie("licet-session", session).setUrl(registry.uri("/").toString())));
        return context;
    }

    /** A model and a deployment that only the rule of the house keeps apart. */
    private static Deliberation refused() {
        var source = registry.bean(Catalog.class).source();
        var facts = registry.bean(Facts.class).current();
        return registry
                .bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS id FROM model WHERE current_conclusion_id IS NOT NULL"
                                + " AND name_lost_at IS NULL AND source = ? ORDER BY 1",
                        row -> row.getString("id"),
                        source))
                .stream()
                .flatMap(model -> facts.deployments().stream()
                        .flatMap(use -> registry
                                .bean(Deliberations.class)
                                .find(
                                        source,
                                        new ModelId(model),
                                        Optional.empty(),
                                        use.deployment().key())
                                .stream()))
                .filter(before -> before.waivable().size() == 1
                        && !before.waivable()
                                .getFirst()
                                .pin()
                                .texts()
                                .orElseThrow()
                                .isEmpty()
                        && open(before) == 1)
                .findFirst()
                .orElseThrow();
    }

    private static long open(Deliberation before) {
        return before.verdict().findings().stream()
                .filter(cited ->
                        cited.finding() instanceof Finding.Needs || cited.finding() instanceof Finding.Violated)
                .count();
    }

    private static int gate(Deliberation about) {
        String path = "/api/v1/gate/" + about.model().model().value() + "?deployment="
                + about.deployment().value();
        return registry.get(path, registry.token(Scope.GATE)).statusCode();
    }

    @Test
    void onePersonProposesAnotherConfirmsAndTheGatePermitsUntilItsEnd() {
        var about = refused();
        Assertions.assertThat(gate(about)).isEqualTo(403);
        try (var asks = browser(join("engineer", Role.REQUESTER), NO_SCRIPT);
                var approver = browser(join("head", Role.APPROVER), NO_SCRIPT)) {
            var mine = asks.newPage();
            propose(mine, about);
            String waiver = mine.url();
            assertThat(mine.getByRole(AriaRole.BUTTON, named("Confirm"))).hasCount(0);
            assertThat(mine.getByRole(AriaRole.BUTTON, named("Withdraw"))).hasCount(1);
            Assertions.assertThat(gate(about)).as("proposed").isEqualTo(403);
            confirm(approver.newPage());
            Assertions.assertThat(gate(about)).isEqualTo(200);

            mine.navigate(model(about));
            assertThat(mine.locator(".opinion-head")).containsText("Allow");
            picture(mine, "lifted");
            assertThat(mine.locator("a[href='" + waiver.substring(waiver.indexOf("/waivers/")) + "']"))
                    .hasCount(1);
            mine.navigate(registry.uri("/waivers?state=acting").toString());
            assertThat(mine.locator("tbody tr")).hasCount(1);
            picture(mine, "list");
            looks(waiver);

            registry.clock().advance(Duration.ofDays(10));
            Assertions.assertThat(gate(about)).as("after its end").isEqualTo(403);
            registry.bean(WaiverKeeping.class).keep();
        }
        try (var later = browser(join("later", Role.REQUESTER), NO_SCRIPT)) {
            var page = later.newPage();
            page.navigate(registry.uri("/waivers?state=expired").toString());
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").first().click();
            assertThat(main(page)).containsText("Expired");
            assertThat(page.locator(".timeline")).containsText("its term is over");
        }
    }

    private static String model(Deliberation about) {
        return registry.uri("/models/" + about.model().model().value() + "?deployment="
                        + about.deployment().value())
                .toString();
    }

    private static void propose(Page page, Deliberation about) {
        page.navigate(model(about), new Page.NavigateOptions().setTimeout(60_000));
        assertThat(page.locator(".opinion-head")).containsText("Deny");
        link(page, "Ask for a waiver");
        press(page, "Propose");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("write a day");
        var end = LocalDate.ofInstant(registry.clock().instant(), ZoneOffset.UTC);
        page.getByLabel("Ends").fill(end.plusDays(40).toString());
        page.getByLabel("Reason").fill("The owner of the house said so.");
        page.getByLabel("Where the evidence is").fill("http://tracker.example.com/17");
        press(page, "Propose");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("https://tracker.example.com");
        page.getByLabel("Where the evidence is").fill("https://tracker.example.com/17");
        press(page, "Propose");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("at most 30 days");
        picture(page, "form");
        page.getByLabel("Ends").fill(end.plusDays(9).toString());
        page.getByLabel("Evidence as a document")
                .setInputFiles(new FilePayload("word.txt", "text/plain", "Yes.".getBytes(UTF_8)));
        press(page, "Propose");
        assertThat(main(page)).containsText("Proposed");
        assertThat(main(page)).containsText("word.txt");
    }

    private static void confirm(Page page) {
        page.navigate(registry.uri("/dashboard").toString());
        assertThat(page.locator(".main-nav .waits")).hasText("1");
        page.navigate(registry.uri("/inbox").toString());
        picture(page, "inbox");
        link(page, "not-here");
        picture(page, "proposed");
        press(page, "Confirm");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("write 1 to");
        page.getByLabel("Reason").fill("I asked the owner.");
        press(page, "Confirm");
        assertThat(main(page)).containsText("In force");
        assertThat(page.locator(".timeline")).containsText("I asked the owner.");
        picture(page, "acting");
    }

    /** Axe needs script, so somebody else looks. */
    private static void looks(String waiver) {
        var options = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
        try (var looker = browser(join("looks", Role.APPROVER), options)) {
            var page = looker.newPage();
            for (var address : List.of(waiver, registry.uri("/inbox").toString())) {
                page.navigate(address);
                for (int width : new int[] {1600, 360}) {
                    page.setViewportSize(width, 1000);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                    Accessibility.assertAccessible(page);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    Accessibility.assertColorsAccessible(page);
                    Assertions.assertThat(page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .isEqualTo(true);
                }
            }
        }
    }

    private static void picture(Page page, String name) {
        if (!Boolean.getBoolean("licet.pictures")) {
            return;
        }
        for (int width : new int[] {1600, 360}) {
            page.setViewportSize(width, 1000);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "waiver-" + name + "-" + width + ".png")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1600, 1000);
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }
}
