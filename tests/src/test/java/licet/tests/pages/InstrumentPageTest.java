package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import licet.registry.identity.Invitation;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.rules.format.CanonicalJson;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agreement takes the place of a clause while it is in force, and not a moment longer. Without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InstrumentPageTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setAcceptDownloads(true);
    private static final String MODEL = "/models/Qwen/Qwen2.5-72B-Instruct?deployment=large-customer-product";
    private static final byte[] SIGNED = "<script>signed by both</script>".getBytes(UTF_8);

    @Test
    void counselRecordsAnAgreementAndTakesItBack() throws IOException {
        Site.visitor(NO_SCRIPT).close();
        var counsel = new Invitation("signs", "Signs", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
        try (var context = Site.person(counsel, NO_SCRIPT)) {
            var page = context.newPage();
            // The first page after a start waits for every answer to be made.
            page.navigate(Site.address(MODEL), new Page.NavigateOptions().setTimeout(60_000));
            picture(page, "before");
            assertThat(answer(page)).containsText("Deny");
            link(page, "Record an agreement that lifts it");
            page.getByLabel("Title").fill("License above the limit of users");
            page.getByLabel("Until").fill("2027-06-30");
            press(page, "Show what would change");
            picture(page, "preview");
            assertThat(page.locator("#preview")).containsText("It would change");
            assertThat(page.locator("#preview")).containsText("Qwen/Qwen2.5-72B-Instruct");
            page.getByLabel("Signed document").setInputFiles(new FilePayload("signed.html", "text/html", SIGNED));
            press(page, "Record");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("use one of");
            page.getByLabel("Signed document").setInputFiles(new FilePayload("signed §.txt", "text/plain", SIGNED));
            picture(page, "form");
            press(page, "Record");
            assertThat(main(page)).containsText("In force");
            String paper = page.url();
            assertThat(main(page)).containsText(CanonicalJson.sha256(SIGNED).substring(0, 8));
            picture(page, "paper");
            downloads(page);

            page.navigate(Site.address(MODEL));
            picture(page, "after");
            assertThat(answer(page)).not().containsText("Deny");
            assertThat(lifted(page)).containsText("30 Jun 2027");
            page.navigate(Site.address("/instruments"));
            picture(page, "list");
            assertThat(main(page)).containsText("Ending in June 2027");

            page.navigate(paper);
            press(page, "Revoke");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("write 1 to");
            page.getByLabel("Reason").fill("Signed by the wrong entity.");
            press(page, "Revoke");
            assertThat(main(page)).containsText("Signed by the wrong entity.");
            picture(page, "revoked");
            page.navigate(Site.address(MODEL));
            assertThat(answer(page)).containsText("Deny");
            assertThat(lifted(page)).hasCount(0);
        }
    }

    /** Whatever it is, it is saved and never shown. */
    private static void downloads(Page page) throws IOException {
        var download = page.waitForDownload(() -> link(page, "signed §.txt"));
        Assertions.assertThat(Files.readAllBytes(Objects.requireNonNull(download.path())))
                .isEqualTo(SIGNED);
        var answer = page.request().get(download.url());
        Assertions.assertThat(answer.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-type", "application/octet-stream")
                .hasEntrySatisfying(
                        "content-disposition",
                        value -> Assertions.assertThat(value).startsWith("attachment;"));
        var asker = new Invitation("asks", "Asks", Set.of(Role.REQUESTER), Set.of());
        try (var other = Site.person(asker, NO_SCRIPT)) {
            Assertions.assertThat(other.request().get(download.url()).status()).isEqualTo(403);
            var seen = other.newPage();
            seen.navigate(page.url());
            assertThat(main(seen)).containsText("signed §.txt");
            assertThat(main(seen).locator("a[download]")).hasCount(0);
        }
    }

    private static void picture(Page page, String name) {
        if (!Boolean.getBoolean("licet.pictures")) {
            return;
        }
        for (int width : new int[] {1600, 360}) {
            page.setViewportSize(width, 1000);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "paper-" + name + "-" + width + ".png")));
        }
        page.setViewportSize(1280, 800);
    }

    private static Locator answer(Page page) {
        return page.locator(".opinion-head");
    }

    private static Locator lifted(Page page) {
        return page.locator("a[href^='/instruments/']")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("agreement:\\d+")))
                .locator("xpath=ancestor::dl");
    }

    private static Locator main(Page page) {
        return page.getByRole(AriaRole.MAIN);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
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
