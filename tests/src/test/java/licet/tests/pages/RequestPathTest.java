package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.registry.approval.ApprovalDesk;
import licet.registry.approval.NewRequest;
import licet.registry.approval.StalenessWatch;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.fact.Facts;
import licet.registry.identity.Invitation;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.PolicyDesk;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.verdict.Finding;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a model that needs an approval to a gate that permits it, and to one that does not any more. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RequestPathTest {
    private static final Browser.NewContextOptions WIDE =
            new Browser.NewContextOptions().setViewportSize(1600, 1000).setReducedMotion(ReducedMotion.REDUCE);
    private static final String POLICY = """
        schema: 1
        policy: house
        title: House rules
        facts-max-age-days: 92
        rules:
          - id: look
            topic: license
            when: deployment.stage == 'production' || deployment.stage != 'production'
            then: approval
            approval-by: [legal, security]
            because: %s
        workflow:
          stages:
            - {stage: legal, by: legal, days: 5}
            - {stage: security, by: security, days: 5}
            - {stage: approval, by: approver, days: 3, after: [legal, security], always: true}
          valid-days: 90
          break-glass-hours: 4
        """;

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static TestRegistry registry;
    private static Principal administrator;
    private static Principal author;
    private static Principal second;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(FirstStart.class).run(IngestProgress.SILENT);
        administrator = registry.bean(Credentials.class)
                .findBySession(registry.session())
                .orElseThrow();
        author = principal(join("writes", Set.of(Role.POLICY_AUTHOR)));
        second = principal(join("enforces", Set.of(Role.POLICY_AUTHOR, Role.APPROVER)));
        enforce("Somebody has to look before it is used.", "balanced/1");
    }

    private static void enforce(String because, String replaces) {
        var desk = registry.bean(PolicyDesk.class);
        var text = POLICY.formatted(because);
        var draft = desk.propose(new PolicyDesk.Proposal(text, "We want to look.", Optional.empty()), author);
        desk.activate(draft.key(), draft.version(), replaces, "Agreed.", second);
    }

    private static String join(String login, Set<Role> roles, ReviewTopic... topics) {
        var link = registry.bean(PeopleDesk.class)
                .invite(new Invitation(login, login, roles, Set.of(topics)), administrator);
        var joined = registry.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
        return ((PersonLinks.Result.Done) joined).sessionId();
    }

    private static Principal principal(String session) {
        return registry.bean(Credentials.class).findBySession(session).orElseThrow();
    }

    private static BrowserContext browser(String session) {
        var context = Browsers.newContext(WIDE);
        context.addCookies(List.of(
                new Cookie("licet-session", session).setUrl(registry.uri("/").toString())));
        return context;
    }

    /** A model and a deployment that wait for the two reviews of the policy and for nothing else. */
    private static Deliberation waiting() {
        return waiting(1).getFirst();
    }

    private static List<Deliberation> waiting(int most) {
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
                .filter(RequestPathTest::waitsForReviewsAlone)
                .limit(most)
                .toList();
    }

    private static boolean waitsForReviewsAlone(Deliberation before) {
        long open = before.verdict().findings().stream()
                .filter(cited ->
                        cited.finding() instanceof Finding.Needs || cited.finding() instanceof Finding.Violated)
                .count();
        return before.reviews().size() == 2 && open == 2;
    }

    private static int gate(Deliberation about) {
        return gate(about, "main");
    }

    private static int gate(Deliberation about, String revision) {
        String path = "/api/v1/gate/" + about.model().model().value() + "?deployment="
                + about.deployment().value() + "&revision=" + revision;
        return registry.get(path, registry.token(Scope.GATE)).statusCode();
    }

    @Test
    void anEngineerAsksPeopleDecideAndTheGateFollows() {
        var about = waiting();
        String model = about.model().model().value();
        try (var asks = browser(join("engineer", Set.of(Role.REQUESTER)));
                var legal = browser(join("counsel", Set.of(Role.REVIEWER), ReviewTopic.LEGAL));
                var security = browser(join("guard", Set.of(Role.REVIEWER), ReviewTopic.SECURITY));
                var approver = browser(join("head", Set.of(Role.APPROVER)))) {
            Assertions.assertThat(gate(about)).isEqualTo(403);
            var mine = asks.newPage();
            ask(mine, about);
            String request = mine.url();
            sendBack(legal.newPage(), model);
            answer(mine);
            agree(legal.newPage(), request, "The license allows it.");
            agreeTwice(security, request);
            Assertions.assertThat(gate(about)).isEqualTo(403);
            approve(approver.newPage(), model);
            Assertions.assertThat(gate(about)).isEqualTo(200);

            mine.navigate(request);
            assertThat(main(mine)).containsText("It lifts what it was given for until");
            meet(mine, request);
            link(mine, "Decision record");
            assertThat(main(mine)).containsText("Keep the logs for a year.");
            assertThat(main(mine)).containsText(about.model().revision());
            picture(mine, "record");
            printsOnTwoSheets(mine);

            drift(model);
            Assertions.assertThat(gate(about)).as("another revision").isEqualTo(403);
            Assertions.assertThat(gate(about, about.model().revision()))
                    .as("what was approved")
                    .isEqualTo(200);
            mine.navigate(registry.uri("/models/" + model + "?deployment="
                            + about.deployment().value())
                    .toString());
            assertThat(mine.locator(".opinion-head")).containsText("Needs");
            link(mine, "Ask for approval");
            assertThat(main(mine)).containsText("Somebody has to look before it is used.");

            enforce("Somebody has to look before it is used, each time.", "house/1");
            registry.bean(StalenessWatch.class).check();
            news(mine, request);
            askAgain(mine, about);
        }
    }

    private static void printsOnTwoSheets(Page page) {
        var options = new Page.PdfOptions().setPreferCSSPageSize(true);
        if (Boolean.getBoolean("licet.pictures")) {
            options.setPath(Path.of("target", "screenshots", "request-record.pdf"));
        }
        var file = new String(page.pdf(options), ISO_8859_1);
        Assertions.assertThat(SHEET.matcher(file).results().count()).isBetween(1L, 2L);
    }

    private static void meet(Page page, String request) {
        page.navigate(registry.uri("/inbox").toString());
        link(page, "Keep the logs for a year.");
        page.locator("summary", new Page.LocatorOptions().setHasText("It is done"))
                .click();
        press(page, "Say that it is done");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("write 1 to");
        page.getByLabel("What was done").fill("They are kept for a year.");
        press(page, "Say that it is done");
        assertThat(main(page)).containsText("Done by engineer");
        page.navigate(request);
    }

    private static void news(Page page, String request) {
        page.navigate(registry.uri("/inbox").toString());
        assertThat(page.locator(".news")).containsText("An approval does not stand any more");
        picture(page, "news");
        link(page, "An approval does not stand any more");
        Assertions.assertThat(page.url()).isEqualTo(request);
        assertThat(page.locator(".holds")).containsText("the approval lifts nothing since");
        assertThat(page.locator(".basis-changes")).containsText("house/2");
        picture(page, "stale");
        page.navigate(registry.uri("/approvals?state=stale").toString());
        assertThat(page.locator("tbody tr")).hasCount(1);
        picture(page, "approvals");
        page.navigate(registry.uri("/inbox").toString());
        press(page, "Mark these as read");
        assertThat(main(page)).containsText("Nothing that you did not read.");
    }

    private static void askAgain(Page page, Deliberation about) {
        page.navigate(registry.uri("/requests/new?model=%s&revision=%s&deployment=%s"
                        .formatted(
                                about.model().model().value(),
                                about.model().revision(),
                                about.deployment().value()))
                .toString());
        page.locator("summary", new Page.LocatorOptions().setHasText("It cannot wait"))
                .click();
        press(page, "Go ahead now");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("whole number of hours");
        picture(page, "glass");
        page.getByLabel("Hours").fill("2");
        page.getByLabel("What happened").fill("The help desk stands still.");
        press(page, "Go ahead now");
        assertThat(page.locator(".timeline")).containsText("went ahead of the approval");
        assertThat(main(page)).containsText("engineer went ahead of the approval");
        assertThat(main(page)).containsText("What changed since the last approval");
        picture(page, "again");
        Assertions.assertThat(gate(about, about.model().revision()))
                .as("for its hours")
                .isEqualTo(200);
        page.locator("summary", new Page.LocatorOptions().setHasText("Withdraw the request"))
                .click();
        page.getByLabel("Why you give it up").fill("The old model answers again.");
        press(page, "Withdraw");
        assertThat(main(page)).containsText("withdrawn");
        Assertions.assertThat(gate(about, about.model().revision())).isEqualTo(403);
    }

    @Test
    void severalAreDecidedTogetherAndListsAreKept() {
        var asks = principal(join("asker", Set.of(Role.REQUESTER)));
        var desk = registry.bean(ApprovalDesk.class);
        var asked = new ArrayList<UUID>();
        // The first of all is the one of the other test.
        for (var about : waiting(4).subList(1, 4)) {
            var draft = desk.draft(
                    new NewRequest(
                            Optional.empty(),
                            about.model().model(),
                            Optional.of(about.model().revision()),
                            about.deployment(),
                            "We compare them.",
                            Optional.empty()),
                    asks);
            asked.add(desk.submit(draft.id(), asks).id());
        }
        try (var privacy = browser(join("both", Set.of(Role.REVIEWER), ReviewTopic.LEGAL, ReviewTopic.SECURITY))) {
            var page = privacy.newPage();
            page.navigate(registry.uri("/inbox").toString());
            var boxes = page.locator("input[name=request]");
            assertThat(boxes).hasCount(3);
            page.locator("summary", new Page.LocatorOptions().setHasText("Decide about those"))
                    .click();
            press(page, "Decide about all chosen");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("choose at least one");
            boxes.nth(0).check();
            boxes.nth(1).check();
            page.getByLabel("Approve", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Reason").fill("The same license, read once.");
            picture(page, "bulk");
            press(page, "Decide about all chosen");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 requests were decided");
            assertThat(page.locator("input[name=request]")).hasCount(1);

            page.locator(".main-nav").getByText("Requests").click();
            page.getByLabel("State").selectOption("in-review");
            press(page, "Show");
            assertThat(page.locator("tbody tr")).hasCount(3);
            page.getByLabel("Name of this list").fill("Under review");
            press(page, "Keep this list");
            picture(page, "board");
            page.navigate(registry.uri("/requests").toString());
            link(page, "Under review");
            assertThat(page.getByLabel("State")).hasValue("in-review");
            press(page, "Delete Under review");
            assertThat(main(page).getByText("Under review")).hasCount(0);
        }
        asked.forEach(id -> desk.withdraw(id, "The test is over.", asks));
    }

    @Test
    void aColleagueDecidesForWhoIsAway() {
        try (var away = browser(join("leaves", Set.of(Role.REVIEWER), ReviewTopic.LEGAL))) {
            join("stays", Set.of(Role.REVIEWER));
            var page = away.newPage();
            page.navigate(registry.uri("/account").toString());
            link(page, "While you are away");
            page.locator("#away-delegate").fill("leaves");
            page.getByLabel("From").fill("2026-11-02");
            page.getByLabel("Until").fill("2026-11-06");
            press(page, "Name them");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("name somebody else");
            page.locator("#away-delegate").fill("stays");
            press(page, "Name them");
            assertThat(main(page)).containsText("from 2 Nov 2026 until 6 Nov 2026");
            picture(page, "away");
            press(page, "End it stays");
            assertThat(main(page)).containsText("waits until you are back");
        }
    }

    private static void ask(Page page, Deliberation about) {
        page.navigate(
                registry.uri("/models/" + about.model().model().value() + "?deployment="
                                + about.deployment().value())
                        .toString(),
                new Page.NavigateOptions().setTimeout(60_000));
        link(page, "Ask for approval");
        assertThat(page.locator(".stages")).containsText("Security review");
        picture(page, "ask");
        press(page, "Submit the request");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("write 1 to");
        page.getByLabel("Why it is needed").fill("The assistant of the help desk answers with it.");
        page.getByLabel("Needed by").fill("2026-12-31");
        press(page, "Submit the request");
        assertThat(main(page)).containsText("in review");
        assertThat(page.locator("#desk")).not().containsText("Decision");
        page.locator("summary", new Page.LocatorOptions().setHasText("Attach a document"))
                .click();
        page.getByLabel("Document").setInputFiles(new FilePayload("threats.txt", "text/plain", "none".getBytes(UTF_8)));
        page.getByLabel("What it is").fill("What could go wrong.");
        press(page, "Attach");
        assertThat(page.locator(".timeline")).containsText("threats.txt");
    }

    private static void sendBack(Page page, String model) {
        page.navigate(registry.uri("/dashboard").toString());
        assertThat(page.locator(".main-nav .waits")).hasText("1");
        page.locator(".main-nav").getByText("Inbox").click();
        picture(page, "inbox");
        link(page, model);
        picture(page, "review");
        press(page, "Decide");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("say what you decide");
        page.getByLabel("Send back with questions").check();
        page.getByLabel("Reason").fill("Do customers see its answers?");
        press(page, "Decide");
        assertThat(main(page)).containsText("sent back");
    }

    private static void answer(Page page) {
        page.navigate(registry.uri("/inbox").toString());
        assertThat(main(page)).containsText("sent back");
        page.locator("tbody a").first().click();
        page.getByLabel("Your answer").fill("No, our own people alone.");
        press(page, "Answer and submit again");
        assertThat(main(page)).containsText("Round 2");
    }

    private static void agree(Page page, String request, String reason) {
        page.navigate(request);
        page.getByLabel("Approve", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Reason").fill(reason);
        press(page, "Decide");
        assertThat(page.locator(".timeline")).containsText(reason);
    }

    /** From a page that was opened before: the second click changes nothing and says why. */
    private static void agreeTwice(BrowserContext security, String request) {
        var late = security.newPage();
        late.navigate(request);
        late.getByLabel("Approve", new Page.GetByLabelOptions().setExact(true)).check();
        late.getByLabel("Reason").fill("Once more.");
        agree(security.newPage(), request, "It runs without network.");
        press(late, "Decide");
        assertThat(late.getByRole(AriaRole.ALERT)).containsText("decided already");
        picture(late, "conflict");
        assertThat(late.locator(".timeline")).not().containsText("Once more.");
    }

    private static void approve(Page page, String model) {
        page.navigate(registry.uri("/inbox").toString());
        link(page, model);
        page.getByLabel("Approve", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Reason").fill("Legal and security agree.");
        page.locator("summary", new Page.LocatorOptions().setHasText("Approve with conditions"))
                .click();
        page.getByLabel("Condition 1", new Page.GetByLabelOptions().setExact(true))
                .fill("Keep the logs for a year.");
        page.getByLabel("Who does condition 1").fill("nobody-here");
        page.getByLabel("Until when, condition 1").fill("2027-02-28");
        press(page, "Decide");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("somebody who is active");
        page.getByLabel("Who does condition 1").fill("engineer");
        press(page, "Decide");
        assertThat(main(page)).containsText("engineer does it until 28 Feb 2027");
        picture(page, "approved");
    }

    private static void drift(String model) {
        var id = RepoId.parse(model);
        var hub = registry.bean(RecordedHub.class);
        hub.change(models -> models.with(models.get(id).withFile("NEWS.md", "Something is new.")));
        registry.bean(Ingest.class).run(List.of(id), IngestProgress.SILENT);
    }

    /** Accessible and whole on a wide screen by day and on a telephone by night. */
    private static void picture(Page page, String name) {
        look(page, name, 1600, ColorScheme.LIGHT);
        Accessibility.assertAccessible(page);
        look(page, name, 360, ColorScheme.DARK);
        Accessibility.assertColorsAccessible(page);
        page.setViewportSize(1600, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void look(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (Boolean.getBoolean("licet.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "request-" + name + "-" + width + ".png")));
        }
        Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits into %d pixels", name, width)
                .isEqualTo(true);
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
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
