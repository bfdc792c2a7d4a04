package licet.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import licet.tests.browser.Accessibility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page on a telephone and on a wide screen, by day and by night. With {@code -Dlicet.pictures=true} there are
 * pictures for people to look at, which cost a minute.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LooksTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int NARROW = 360;
    private static final int WIDE = 1600;
    private static final int HEIGHT = 1000;

    /** One size of window by day or by night. */
    private record Look(int width, ColorScheme scheme) {
        /** Two of four show all that there is to see; a picture of a long page costs seconds. */
        boolean isPictured() {
            return Boolean.getBoolean("licet.pictures") && (width == WIDE) == (scheme == ColorScheme.LIGHT);
        }

        String nameOf(Address address) {
            return address + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Look> LOOKS = List.of(
            new Look(WIDE, ColorScheme.LIGHT),
            new Look(WIDE, ColorScheme.DARK),
            new Look(NARROW, ColorScheme.LIGHT),
            new Look(NARROW, ColorScheme.DARK));

    record Address(String name, String path, boolean signedIn) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Address> addresses() {
        return Stream.of(
                new Address("catalog", "/", true),
                new Address("catalog-empty", "/?q=nothing-is-called-so", true),
                new Address("catalog-wrong", "/?class=community&license=nope", true),
                new Address("model-undeclared", Site.DISTILLED, true),
                new Address("model-denied", Site.SCOUT, true),
                new Address("model-unread", "/models/nobody/nothing", true),
                new Address("error", "/nowhere", true),
                new Address("model-snapshots", Site.DISTILLED + "/snapshots", true),
                new Address("model-card", Site.DISTILLED + "/card", true),
                new Address("compare", Site.COMPARED, true),
                new Address("calendar", "/calendar?month=2026-04", true),
                new Address("calendar-list", "/calendar?view=agenda&month=2026-04", true),
                new Address("calendar-year", "/calendar?view=year&month=2026-04", true),
                new Address("stacks", "/stacks", true),
                new Address("stack", "/stacks/desk", true),
                new Address("stack-review", "/stacks/desk/reviews/" + Site.review(), true),
                new Address("renewals", "/renewals", true),
                new Address("releases", "/releases", true),
                new Address("release-family", "/releases/llama", true),
                new Address("compare-empty", "/compare", true),
                new Address(
                        "alternatives",
                        "/models/tencent/Hunyuan-A13B-Instruct/alternatives?deployment=eu-internal-tool",
                        true),
                new Address("licenses", "/licenses?q=llama", true),
                new Address("license", "/licenses/llama-3.3-community?pack=us-hosted-service", true),
                new Address("clearings", "/clearings", true),
                new Address("clearing", "/clearings/of/deepseek-ai/DeepSeek-R1-Distill-Llama-70B?about=lineage", true),
                new Address("policies", "/policies", true),
                new Address("policy", "/policies/balanced/versions/1", true),
                new Address("policy-editor", "/policies/new?from=eu-regulated-industry", true),
                new Address("deployments", "/deployments", true),
                new Address("deployment", "/deployments/us-hosted-service", true),
                new Address("deployment-form", "/deployments/us-hosted-service/edit", true),
                new Address("organization", "/organization", true),
                new Address("instruments", "/instruments", true),
                new Address("waivers", "/waivers", true),
                new Address(
                        "waiver-none",
                        "/waivers/new?model=Qwen/Qwen2.5-72B-Instruct&deployment=large-customer-product",
                        true),
                new Address("sync", "/sync", true),
                new Address("people", "/people", true),
                new Address("new-team", "/new-team", true),
                new Address("account", "/account", true),
                new Address("away", "/account/away", true),
                new Address("inbox", "/inbox", true),
                new Address("news", "/inbox/news", true),
                new Address("subscriptions", "/subscriptions", true),
                new Address("requests", "/requests?state=approved", true),
                new Address("approvals", "/approvals", true),
                new Address("mail", "/mail", true),
                new Address("receivers", "/receivers", true),
                new Address("tokens", "/tokens", true),
                new Address("api", "/api-docs", true),
                new Address("api-people", "/api-docs/people", true),
                new Address("dashboard", "/dashboard", true),
                new Address("records", "/records", true),
                new Address("audit", "/audit?kind=policy", true),
                new Address("audit-verification", "/audit/verification", true),
                new Address("design", "/design", true),
                new Address("sign-in", "/sign-in", false));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void isAccessibleAndFits(Address address) {
        // Without motion a color is there at once.
        var options =
                new Browser.NewContextOptions().setViewportSize(WIDE, HEIGHT).setReducedMotion(ReducedMotion.REDUCE);
        try (var context = address.signedIn() ? Site.visitor(options) : Site.stranger(options)) {
            var page = context.newPage();
            var refusals = new ArrayList<String>();
            page.onConsoleMessage(message -> refusals.add(message.text()));
            var answer = Objects.requireNonNull(page.navigate(Site.address(address.path())));
            assertThat(answer.status()).isLessThan(500);
            page.evaluate("document.fonts.ready.then(() => true)");
            assertAll(LOOKS.stream().map(look -> () -> assertGoodLook(page, address, look)));
            assertThat(refusals)
                    .filteredOn(text -> text.contains("Content Security Policy"))
                    .isEmpty();
        }
    }

    private static void assertGoodLook(Page page, Address address, Look look) {
        page.setViewportSize(look.width(), HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
        if (look.isPictured()) {
            var picture = PICTURES.resolve(look.nameOf(address) + ".png");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("fits into %d pixels", look.width())
                .isEqualTo(true);
        if (look.scheme() == ColorScheme.DARK) {
            Accessibility.assertColorsAccessible(page);
        } else {
            Accessibility.assertAccessible(page);
        }
    }
}
