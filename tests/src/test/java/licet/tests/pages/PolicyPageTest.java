package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody writes a version, is told what is wrong, sees what it would flip, proposes it and takes it back. No script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PolicyPageTest {
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1600, 1000);
    private static final String RULE = "rules:\n  - id: nothing-of-meta\n    topic: license\n"
            + "    when: model.developer == 'meta'\n    then: deny\n    because: Nothing of Meta is used here.\n";

    @Test
    void isToldWhatIsWrongAndWhatAMendedTextFlips() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/"));
            link(page, "Policies");
            link(page, "Write a new version");
            var source = page.getByLabel("Text as written (YAML)");
            String text = source.inputValue();
            source.fill(text.replaceFirst("rules:\n", RULE.replace("developer", "develoeper")));
            press(page, "Check and preview");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("One thing is wrong");
            assertThat(page.locator(".flaws")).containsText("develoeper");
            source.fill(text.replaceFirst("rules:\n", RULE));
            page.getByLabel("Why").fill("Try it out");
            press(page, "Check and preview");
            assertThat(page.locator("#flips")).containsText("policy/balanced/nothing-of-meta");
            press(page, "Propose it");
            var main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("You proposed it");
            assertThat(main).containsText("The model’s developer is “meta”");
            assertThat(page.locator(".yaml").first()).containsText("id: nothing-of-meta");
            press(page, "Take back");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("say why");
            page.getByLabel("Why").fill("It was a try");
            press(page, "Take back");
            assertThat(main).containsText("withdrawn");
        }
    }

    @Test
    void readsAPolicyFromAFileAndSaysWhatIsWrongWithOne() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/policies/new"));
            var source = page.getByLabel("Text as written (YAML)");
            String text = source.inputValue();
            press(page, "Read and check the file");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose a file first");
            assertThat(source).hasValue(text);
            choose(page, "caf\u00e9: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not written in UTF-8");
            choose(page, text.replaceFirst("rules:\n", RULE).getBytes(StandardCharsets.UTF_8));
            assertThat(source).hasValue(text.replaceFirst("rules:\n", RULE));
            assertThat(page.locator("#flips")).containsText("policy/balanced/nothing-of-meta");
            choose(
                    page,
                    text.replaceFirst("rules:\n", RULE.replace("developer", "develoeper"))
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".flaws")).containsText("develoeper");
        }
    }

    /** The proof that a form was ours is found in a form with a file as well, and asked for. */
    @Test
    void aFileWithoutProofOfItsFormIsRefused() {
        try (var context = Site.visitor(NO_SCRIPT)) {
            var page = context.newPage();
            page.navigate(Site.address("/policies/new"));
            String proof = page.locator(".policy-file input[name=form-token]").getAttribute("value");
            assertThat(page.locator(".policy-file")).hasAttribute("enctype", "multipart/form-data");
            org.assertj.core.api.Assertions.assertThat(send(page, proof)).isEqualTo(422);
            org.assertj.core.api.Assertions.assertThat(send(page, proof + "x")).isEqualTo(403);
            org.assertj.core.api.Assertions.assertThat(send(page, "")).isEqualTo(403);
        }
    }

    private static int send(Page page, String proof) {
        return page.request()
                .post(
                        Site.address("/policies/file"),
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setMultipart(FormData.create()
                                        .set("form-token", proof)
                                        .set("file", new FilePayload("empty.yaml", "text/yaml", new byte[] {'\n'}))))
                .status();
    }

    private static void choose(Page page, byte[] content) {
        page.getByLabel("From a file").setInputFiles(new FilePayload("policy.yaml", "text/yaml", content));
        press(page, "Read and check the file");
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
