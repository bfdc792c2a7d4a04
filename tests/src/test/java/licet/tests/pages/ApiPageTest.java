package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Accessibility;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody tries the gate on the page of the contract, without a token and with one, as the page fills it in. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ApiPageTest {
    @Test
    void theGateIsTriedAsThePageFillsItIn() {
        var options =
                new Browser.NewContextOptions().setViewportSize(1600, 1000).setReducedMotion(ReducedMotion.REDUCE);
        try (var context = Site.visitor(options)) {
            var page = context.newPage();
            var refusals = new ArrayList<String>();
            page.onConsoleMessage(message -> refusals.add(message.text()));
            page.navigate(Site.address("/api-docs"));
            var gate = page.locator("section[aria-labelledby=getGateByOwnerByName]");
            var send = gate.getByRole(AriaRole.BUTTON);
            send.click();
            assertThat(gate.getByRole(AriaRole.STATUS)).containsText("401");
            page.getByLabel("Token").fill(TestRegistry.shared().token(Scope.GATE));
            send.click();
            assertThat(gate.getByRole(AriaRole.STATUS)).containsText("200");
            assertThat(gate.getByRole(AriaRole.STATUS)).containsText("\"permitted\": true");
            gate.getByLabel("deployment").fill("nobody");
            send.click();
            assertThat(gate.getByRole(AriaRole.STATUS)).containsText("urn:licet:problem:malformed");
            Accessibility.assertAccessible(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "api-tried.png")));
            Assertions.assertThat(refusals)
                    .filteredOn(text -> text.contains("Content Security Policy"))
                    .isEmpty();
        }
    }

    @Test
    void anotherGroupIsReadWithoutScripts() {
        try (var context = Site.visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate(Site.address("/api-docs/people"));
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions()
                                    .setName("POST /api/v1/people")
                                    .setExact(true)))
                    .isVisible();
            assertThat(page.getByLabel("Token")).isHidden();
        }
    }
}
