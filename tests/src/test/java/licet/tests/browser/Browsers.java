package licet.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Chromium for all tests of this process, driven by the machine's own Node.js. Each test takes a context of its
 * own. A machine without a browser fails the tests: pages that nobody looked at are not tested.
 */
public final class Browsers {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private Browsers() {}

    public static BrowserContext newContext() {
        return newContext(new Browser.NewContextOptions());
    }

    /** For another color scheme, window size or without script. */
    public static BrowserContext newContext(Browser.NewContextOptions options) {
        var context = Holder.BROWSER.newContext(options.setLocale("en-US").setTimezoneId("UTC"));
        context.setDefaultTimeout(15_000);
        return context;
    }

    private static Browser launch() {
        var environment = Map.of(
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                "1",
                "PLAYWRIGHT_NODEJS_PATH",
                MachineTools.node().toString());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(playwright::close));
        Path chromium = MachineTools.chromium();
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
    }

    private static final class Holder {
        static final Browser BROWSER = launch();
    }
}
