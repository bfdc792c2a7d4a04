package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks for models, narrows, keeps and takes away what was found; with script it follows each letter. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CatalogPageTest {
    private static final String WORDS = "Name, owner";

    private static Browser.NewContextOptions options(boolean script) {
        return new Browser.NewContextOptions().setJavaScriptEnabled(script).setViewportSize(1600, 1000);
    }

    @Test
    void followsEachLetterAndKeepsTheAddress() {
        try (var context = Site.visitor(options(true))) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(Site.address("/?sort=released"));
            page.getByLabel(WORDS).pressSequentially("qwen2.5-7");
            assertThat(page.locator("#count")).hasText(Pattern.compile("[1-9]\\d* models?|One model"));
            assertThat(page.locator("table.models tbody tr").first()).containsText("Qwen2.5");
            assertThat(page).hasURL(Pattern.compile("/\\?q=qwen2\\.5-7&sort=released$"));
            assertThat(page.getByLabel(WORDS)).isFocused();
            assertThat(page.locator(".facet-count").first()).isHidden();
            page.locator("#class-permissive").check();
            assertThat(page).hasURL(Pattern.compile("q=qwen2\\.5-7&class=permissive&sort=released$"));
            assertThat(page.locator("#class-permissive")).isFocused();
            assertThat(page.locator(".chips .chip").last()).containsText("License class: Permissive");
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("/\\?q=qwen2\\.5-7&sort=released$"));
            assertThat(page.locator("#class-permissive")).not().isChecked();
            assertThat(complaints).filteredOn(text -> !text.isBlank()).isEmpty();
        }
    }

    @Test
    void countsAgainWhenAFilterIsTicked() {
        try (var context = Site.visitor(options(true))) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            var permitted = page.locator("#verdict-eu-internal-tool-ALLOW");
            String number = page.locator("label[for=verdict-eu-internal-tool-ALLOW] .facet-count")
                    .textContent()
                    .strip();
            page.locator("#facet-size summary").click();
            permitted.check();
            assertThat(page.locator("#count")).hasText(number + " models");
            assertThat(page.locator("#facet-size")).hasAttribute("open", "");
            assertThat(page.locator("tbody .verdict-cell:nth-child(7) .mark-word:not(:text-is('Allow'))"))
                    .hasCount(0);
            page.locator("#verdict-eu-internal-tool-NEEDS").check();
            assertThat(page.locator("#count")).not().hasText(number + " models");
            assertThat(page).hasURL(Pattern.compile("verdict=eu-internal-tool:NEEDS,eu-internal-tool:ALLOW$"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void narrowsAndTakesFiltersAwayAgain(boolean script) {
        try (var context = Site.visitor(options(script))) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            String all = page.locator("#count").textContent();
            page.locator("#class-community").check();
            page.getByLabel(WORDS).fill("llama");
            press(page, "Search");
            assertThat(page.locator(".chips .chip").last()).containsText("Community");
            assertThat(page).hasURL(Pattern.compile("/\\?q=llama&class=community$"));
            assertThat(page.locator("#count")).not().hasText(all);
            page.locator(".chip", new Page.LocatorOptions().setHasText("Community"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("/\\?q=llama$"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all"))
                    .first()
                    .click();
            assertThat(page.locator("#count")).hasText(all);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsAViewOpensAndDeletesIt(boolean script) {
        String name = "Largest " + script;
        try (var context = Site.visitor(options(script))) {
            var page = context.newPage();
            page.navigate(Site.address("/?class=permissive&sort=parameters"));
            keep(page, name);
            var link = page.locator(".views nav a", new Page.LocatorOptions().setHasText(name));
            assertThat(link).hasAttribute("aria-current", "true");
            keep(page, name.toUpperCase(java.util.Locale.ROOT));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("choose another name");
            assertThat(page.getByLabel("Name of the view")).hasValue(name.toUpperCase(java.util.Locale.ROOT));
            page.navigate(Site.address("/"));
            link.click();
            assertThat(page).hasURL(Pattern.compile("/\\?class=permissive&sort=parameters$"));
            page.locator(".views-edit > summary").click();
            press(page, "Delete " + name);
            assertThat(link).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("/\\?class=permissive&sort=parameters$"));
        }
    }

    @Test
    void exportsTheListAndTheChosen() throws IOException {
        try (var context = Site.visitor(options(false))) {
            var page = context.newPage();
            page.navigate(Site.address("/?q=qwen2.5&sort=released"));
            int rows = page.locator("table.models tbody tr").count();
            var whole = page.waitForDownload(
                    () -> page.locator(".list-files a", has("CSV")).click());
            assertThat(lines(whole)).isGreaterThan(rows);
            page.locator("#choose-0").check();
            page.locator("#choose-1").check();
            var two = page.waitForDownload(() -> press(page, "Export as CSV"));
            assertThat(lines(two)).isEqualTo(3);
            var json = page.waitForDownload(() -> press(page, "Export as JSON"));
            assertThat(Files.readString(json.path())).startsWith("[").contains("\"model\"");
        }
    }

    @Test
    void isToldWhatAChoiceLacksAndLosesNothing() {
        try (var context = Site.visitor(options(false))) {
            var page = context.newPage();
            page.navigate(Site.address("/?class=permissive&sort=parameters"));
            press(page, "Compare");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("at least one");
            assertThat(page.locator(".chip")).containsText("Permissive");
            for (int i = 0; i < 11; i++) {
                page.locator("#choose-" + i).check();
            }
            press(page, "Compare");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("at most 10");
            assertThat(page.locator(".choose-cell input:checked")).hasCount(11);
            page.locator("#choose-10").uncheck();
            page.getByLabel("Compare for").selectOption("us-hosted-service");
            press(page, "Compare");
            assertThat(page.url()).contains("/compare?deployment=us-hosted-service&model=");
            assertThat(page.url().split("&model=")).hasSize(11);
        }
    }

    @Test
    void saysWhatAnAddressAsksForInVain() {
        try (var context = Site.visitor(options(false))) {
            var page = context.newPage();
            var answer = page.navigate(Site.address("/?class=community&license=nope&color=red"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("license=nope");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("color");
            assertThat(page.locator("#class-community")).isChecked();
            assertThat(page.locator("table.models")).hasCount(0);
            page.navigate(Site.address("/?q=nobody/nothing-like-this&class=community"));
            assertThat(page.locator(".empty")).containsText("Look whether the Hub has nobody/nothing-like-this");
            assertThat(page.locator(".empty")).containsText("Do without License class: Community");
        }
    }

    @Test
    void goesToSignInWhenTheSessionEndsMeanwhile() {
        try (var context = Site.visitor(options(true))) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            context.clearCookies();
            page.getByLabel(WORDS).pressSequentially("q");
            assertThat(page.locator("h1")).hasText("Sign in");
        }
    }

    private static void keep(Page page, String name) {
        if (!page.getByLabel("Name of the view").isVisible()) {
            page.locator(".views-edit > summary").click();
        }
        page.getByLabel("Name of the view").fill(name);
        press(page, "Save");
    }

    private static long lines(Download file) throws IOException {
        try (var lines = Files.lines(file.path())) {
            return lines.count();
        }
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
