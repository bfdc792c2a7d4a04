package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import licet.registry.delivery.Dispatcher;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Accessibility;
import licet.tests.browser.Browsers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An administrator adds a receiver, copies its secret, tests it, and sends again what it did not take. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReceiverPageTest {
    private final TestRegistry registry = TestRegistry.apart(Map.of(
            "licet.jobs.enabled",
            "false",
            "licet.delivery.key",
            Base64.getEncoder().encodeToString(new byte[32]),
            "licet.delivery.allow",
            "127.0.0.1"));
    private final AtomicInteger status = new AtomicInteger(500);
    private final AtomicInteger came = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                came.incrementAndGet();
                byte[] words = "The disk is full.".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status.get(), words.length);
                exchange.getResponseBody().write(words);
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void aReceiverIsAddedTestedAndSentAgain() {
        var options =
                new Browser.NewContextOptions().setViewportSize(1600, 1000).setReducedMotion(ReducedMotion.REDUCE);
        try (var context = Browsers.newContext(options)) {
            context.addCookies(List.of(new Cookie("licet-session", registry.session())
                    .setUrl(registry.uri("/").toString())));
            var page = context.newPage();
            page.navigate(registry.uri("/account").toString());
            page.locator(".account summary").click();
            page.getByText("Webhooks").click();
            page.getByLabel("Name").fill("Deployment desk");
            page.getByLabel("Address").fill("https://192.168.0.7/hook");
            press(page, "Add it");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("name a host that is known and public");
            picture(page, "receivers");
            page.getByLabel("Address")
                    .fill("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
            page.getByLabel("Topics").fill("approval. alert.");
            press(page, "Add it");
            assertThat(page.locator("#secret")).containsText("whsec_");
            press(page, "Send a test");
            assertThat(page.locator("#secret")).hasCount(0);
            registry.bean(Dispatcher.class).run();
            page.reload();
            assertThat(page.locator("tbody")).containsText("500");
            assertThat(page.locator("tbody")).containsText("The disk is full.");
            picture(page, "receiver");
            status.set(200);
            page.locator("tbody button").first().click();
            registry.bean(Dispatcher.class).run();
            page.reload();
            assertThat(page.locator("tbody")).containsText("delivered");
            Assertions.assertThat(came).hasValue(2);
            press(page, "Turn off");
            assertThat(page.locator(".facts")).containsText("off");
            press(page, "Remove");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nobody is told anything yet.");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
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
                    .setPath(Path.of("target", "screenshots", "page-" + name + "-" + width + ".png")));
        }
        Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits into %d pixels", name, width)
                .isEqualTo(true);
    }
}
