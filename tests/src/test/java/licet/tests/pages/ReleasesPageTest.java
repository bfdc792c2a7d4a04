package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody follows a family, enters what no repository says, and reads what articles say beside it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReleasesPageTest {
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

    @Test
    void aFamilyIsFollowedAndCorrected() {
        try (var context = Browsers.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visit(context, "/releases");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Llama").setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("meta-llama/Llama-4-Scout-17B-16E-Instruct");
            assertThat(page.locator(".claims tbody tr").first()).containsText("contradicted");
            assertThat(page.locator(".claims")).containsText("109B");

            page.getByText("Enter an event").click();
            page.getByLabel("What happened").selectOption("retired");
            page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true))
                    .fill("meta-llama/Llama-3.1-8B");
            page.getByLabel("When", new Page.GetByLabelOptions().setExact(true)).fill("some day");
            page.getByLabel("Who says so").fill("its maker's road map");
            press(page, "Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("write a day 2026-04-29");
            page.getByLabel("When", new Page.GetByLabelOptions().setExact(true)).fill("2027-03");
            press(page, "Enter");
            var row = page.locator("tbody tr")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("its maker's road map"));
            assertThat(row).containsText("Mar 2027");
            assertThat(row).containsText("to come");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(row).hasCount(0);

            page.getByText("Record a statement").click();
            page.getByLabel("About", new Page.GetByLabelOptions().setExact(true))
                    .fill("Llama 3.3");
            page.getByLabel("What is said").fill("It has 40 billion parameters.");
            page.getByLabel("Who says it").fill("a talk");
            page.getByLabel("What of it").selectOption("size");
            page.getByLabel("Value").fill("40B");
            page.getByLabel("Said of the model").fill("meta-llama/Llama-3.3-70B-Instruct");
            press(page, "Record");
            var claim = page.locator(".claims tbody tr")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("a talk"));
            assertThat(claim).containsText("contradicted");
            assertThat(claim).containsText("70B");
        }
    }

    @Test
    void aCalendarOfOthersComesInOnce() {
        try (var context = Browsers.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visit(context, "/releases/gemma");
            for (var outcome : List.of("added", "unchanged")) {
                if (!page.locator("#import").evaluate("part => part.open").equals(true)) {
                    page.getByText("Import a calendar").click();
                }
                page.getByLabel("File")
                        .setInputFiles(new FilePayload(
                                "days.ics",
                                "text/calendar",
                                ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//acme//days//EN\r\nBEGIN:VEVENT\r\nUID:g1\r\n"
                                                + "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20270301\r\n"
                                                + "SUMMARY:Gemma 2 leaves\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                                        .getBytes(StandardCharsets.UTF_8)));
                page.getByLabel("What it is about").selectOption("retired");
                page.locator("#import-source").fill("the road map");
                press(page, "Import");
                assertThat(page.locator("#import tbody tr")).containsText("Gemma 2 leaves");
                assertThat(page.locator("#import tbody tr")).containsText(outcome);
            }
        }
    }

    @Test
    void aCardThatNamesItsSuccessorIsOnTheTimeline() {
        REGISTRY.bean(RecordedHub.class)
                .change(models -> models.with(RecordedRepository.of(
                        "acme/first", "e".repeat(24), "license: mit\nnew_version: acme/second", "See the second.")));
        REGISTRY.clock().advance(Duration.ofMinutes(1));
        REGISTRY.bean(Ingest.class).run(List.of(RepoId.parse("acme/first")), IngestProgress.SILENT);
        try (var context = Browsers.newContext(new Browser.NewContextOptions())) {
            var page = visit(context, "/releases/acme");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("replaced by acme/second");
            Accessibility.assertAccessible(page);
        }
    }
}
