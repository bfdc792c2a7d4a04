package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A decision on paper: everything that it stands on, and nothing to press. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PrintTest {
    private static final String DENIED = Site.SCOUT + "?deployment=eu-internal-tool";
    /** A model whose license text is on record, so that there is something to point at. */
    private static final String HELD = "/models/Qwen/Qwen2.5-32B-Instruct?deployment=eu-internal-tool";

    /** What A4 leaves between its margins, at 96 dots an inch. */
    private static final int PAPER = 672;

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static Page print(com.microsoft.playwright.BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(Site.address(path));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return page;
    }

    private static Browser.NewContextOptions sheet() {
        return new Browser.NewContextOptions()
                .setViewportSize(PAPER, 960)
                .setJavaScriptEnabled(true)
                .setColorScheme(ColorScheme.DARK);
    }

    private static void allVisible(Locator parts) {
        int count = parts.count();
        assertThat(count).as(parts.toString()).isPositive();
        for (int i = 0; i < count; i++) {
            assertThat(parts.nth(i)).isVisible();
        }
    }

    @Test
    void nothingOfADecisionIsLostOnPaper() {
        try (var context = Site.visitor(sheet())) {
            var page = print(context, DENIED);
            allVisible(page.locator(".sentence"));
            allVisible(page.locator(".reason-text"));
            allVisible(page.locator(".reason .counsel p"));
            allVisible(page.locator("#why .source .hash"));
            allVisible(page.locator("#duties .duty-text"));
            allVisible(page.locator("#evidence .said-value"));
            allVisible(page.locator("#lineage h2, #record h2"));
            allVisible(page.locator(".inputs dd"));
            assertThat(page.locator(".inputs")).containsText("Printed by");
            assertThat(page.locator(".inputs")).containsText(DENIED);
            assertThat(page.locator(".inputs")).containsText("balanced v");
        }
    }

    @Test
    void hashesStandInFullAndAddressesOfEvidenceAreShown() {
        try (var context = Site.visitor(sheet())) {
            var page = print(context, HELD);
            assertThat(page.evaluate("[...document.querySelectorAll('.hash')].every(hash =>"
                            + " hash.scrollWidth <= hash.clientWidth || getComputedStyle(hash).display === 'inline')"))
                    .isEqualTo(true);
            var file =
                    page.locator(".source a[href], .record-columns td a[href]").first();
            assertThat(file.evaluate("link => getComputedStyle(link, '::after').content"))
                    .asString()
                    .contains("/models/");
        }
    }

    @Test
    void nothingToPressIsPrinted() {
        try (var context = Site.visitor(sheet())) {
            for (String path : new String[] {DENIED, "/dashboard", "/"}) {
                var page = print(context, path);
                for (String part : new String[] {".main-nav", ".menu", ".account", ".skip"}) {
                    assertThat(page.locator(part)).isHidden();
                }
                var pressed = page.locator("button, input:not([type=hidden]), select, .button");
                for (int i = 0; i < pressed.count(); i++) {
                    assertThat(pressed.nth(i)).isHidden();
                }
                page.close();
            }
        }
    }

    @Test
    void paperIsWhiteByNightAndTablesKeepTheirHeads() {
        try (var context = Site.visitor(sheet())) {
            var page = print(context, DENIED);
            assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.evaluate("getComputedStyle(document.documentElement).color"))
                    .isEqualTo("rgb(0, 0, 0)");
            assertThat(page.evaluate("[...document.querySelectorAll('thead')].every(head =>"
                            + " getComputedStyle(head).display === 'table-header-group')"))
                    .isEqualTo(true);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("nothing runs over the edge of the paper")
                    .isEqualTo(true);
        }
    }

    /** The file stays for people to look at. */
    @Test
    void becomesAFileOfSeveralSheets() {
        try (var context = Site.visitor(sheet())) {
            var page = print(context, DENIED);
            byte[] file = page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPath(Path.of("target", "screenshots", "decision.pdf")));
            var text = new String(file, StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("%PDF-");
            assertThat(SHEET.matcher(text).results().count()).isGreaterThan(1);
        }
    }
}
