package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModels;
import licet.registry.fact.Facts;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.audit.Actor;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.format.DeploymentYaml;
import licet.tests.browser.Browsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person finds on the page of a model, by what stands there to be read and without script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ModelPageTest {
    private static final String MODEL = "acme/not-for-sale";
    private static final String OPEN_FACTS = """
            schema: 1
            key: open-facts
            name: A use nobody described yet
            licensee: small-eu
            stage: pilot
            channel: own-weights
            acts: {done: [use, copy], unknown: []}
            use:
              commercial: unknown
              outputs-leave-organization: false
              outputs-train: nothing
              fields: [general-business]
              derived-model-name: none
            places: {use: [DE], outputs: [DE], serving: DE, residency: DE}
            """;

    private static TestRegistry registry;
    private static String session = "";

    /** Its facts are not those that other tests look at. */
    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
        registry.bean(Facts.class).saveDeployment(DeploymentYaml.parse("open.yaml", OPEN_FACTS), Actor.PRODUCT);
        session = registry.session();
        push(MODEL, "license: mit", "The first card.");
        push(MODEL, "license: cc-by-nc-4.0", "The second card. ![a picture](picture.png)");
    }

    private static void push(String model, String frontMatter, String prose) {
        change(models -> models.with(RecordedRepository.of(model, "a".repeat(24), frontMatter, prose)));
        read(model);
    }

    private static void change(UnaryOperator<RecordedModels> change) {
        registry.bean(RecordedHub.class).change(change);
    }

    private static void read(String model) {
        registry.clock().advance(Duration.ofMinutes(1));
        registry.bean(Ingest.class).run(List.of(RepoId.parse(model)), IngestProgress.SILENT);
    }

    private static String address(String path) {
        return registry.uri(path).toString();
    }

    private static BrowserContext visitor() {
        var context = Browsers.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        context.addCookies(List.of(new Cookie("licet-session", session).setUrl(address("/"))));
        return context;
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aFirstTimeUserFindsWhyADistilledModelIsNotSimplyMitAndWhatWouldSettleIt() {
        try (var context = visitor()) {
            var page = context.newPage();
            page.navigate(address("/"));
            page.getByLabel("Name, owner").fill("distill-llama-70b");
            press(page, "Search");
            link(page, "DeepSeek-R1-Distill-Llama-70B").first().click();
            assertThat(heading(page, "Verdict: Needs")).isVisible();
            var plain = page.getByText("What the repository says about itself is");
            assertThat(plain).containsText("MIT License");
            assertThat(plain).containsText("meta-llama/Llama-3.3-70B-Instruct");
            assertThat(plain).containsText("Llama 3.3 Community License");
            assertThat(page.getByText("What settles it: two people")).containsText("clearing");
            var why = region(page, "Why").innerText();
            assertThat(why).contains("Lineage undeclared", "README.md", "line ", "Llama");
            assertThat(region(page, "What would settle it").innerText()).containsIgnoringCase("clearing");
            assertThat(region(page, "Lineage").innerText())
                    .contains("Hinted at, not declared", "Llama 3.3 Community License");
            assertThat(region(page, "Evidence, side by side").innerText()).contains("license: mit");
        }
    }

    @Test
    void answersAQuestionInPlaceAndSavesNothing() {
        try (var context = visitor()) {
            var page = context.newPage();
            page.navigate(address("/models/" + MODEL + "?deployment=open-facts"));
            assertThat(heading(page, "Verdict: Needs")).isVisible();
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Is this use commercial?"))
                    .getByLabel("Yes")
                    .check();
            press(page, "Show what would follow");
            assertThat(heading(page, "It would be Deny")).isVisible();
            assertThat(page.getByText("Not saved.")).isVisible();
            assertThat(region(page, "Supposed").innerText()).contains("Is this use commercial?", "yes");
            assertThat(page.url()).endsWith("/what-if");
            link(page, "Back to the verdict on record").click();
            assertThat(heading(page, "Verdict: Needs")).isVisible();
        }
    }

    @Test
    void seesWhatDiffersBetweenTwoSnapshots() {
        try (var context = visitor()) {
            var page = context.newPage();
            page.navigate(address("/models/" + MODEL));
            link(page, "Compare snapshots and see what changed").click();
            assertThat(region(page, "What is different").innerText())
                    .contains("License as declared", "mit", "cc-by-nc-4.0");
            assertThat(page.locator("#files").innerText()).contains("README.md");
            assertThat(region(page, "Noticed over time").innerText()).contains("License as declared");
        }
    }

    @Test
    void readsTheCardWithoutLoadingAnythingFromElsewhere() {
        try (var context = visitor()) {
            var page = context.newPage();
            page.navigate(address("/models/" + MODEL));
            link(page, "Model card").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("The second card.");
            assertThat(page.locator("main img")).hasCount(0);
            assertThat(link(page, "a picture")).hasAttribute("rel", "nofollow noopener noreferrer");
        }
    }

    @Test
    void hasAModelReadThatIsNotOnRecord() {
        change(models ->
                models.with(RecordedRepository.of("acme/wished-for", "f".repeat(24), "license: mit", "Wished for.")));
        try (var context = visitor()) {
            var page = context.newPage();
            page.navigate(address("/models/acme/wished-for"));
            assertThat(page.getByText("it permits nothing")).isVisible();
            press(page, "Read it from the Hub");
            for (int look = 0; look < 60 && page.getByText("Not on record").count() > 0; look++) {
                registry.clock().advance(Duration.ofSeconds(10));
                page.waitForTimeout(500);
                page.navigate(address("/models/acme/wished-for"));
            }
            assertThat(region(page, "Why")).isVisible();
        }
    }

    @Test
    void followsAModelToItsNewName() {
        change(models ->
                models.with(RecordedRepository.of("acme/old-name", "d".repeat(24), "license: mit", "Moves soon.")));
        read("acme/old-name");
        change(models -> models.rename(RepoId.parse("acme/old-name"), RepoId.parse("acme/new-name")));
        read("acme/old-name");
        try (var context = visitor()) {
            var page = context.newPage();
            page.navigate(address("/models/acme/old-name?deployment=open-facts"));
            assertThat(page.url()).endsWith("/models/acme/new-name?deployment=open-facts");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("acme/old-name");
        }
    }

    @Test
    void takesTheDutiesAlong() {
        var answer = registry.send(
                registry.browse("/models/" + MODEL + "/obligations/CHECKLIST.md?deployment=eu-internal-tool", session));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("CHECKLIST.md");
        assertThat(answer.body()).startsWith("# Obligations of ");
    }

    @Test
    void takesTheBillOfMaterialsAlong() {
        for (var use : List.of(
                "/models/" + MODEL + "/bom?deployment=eu-internal-tool", "/deployments/eu-internal-tool/bom?x=")) {
            var answer = registry.send(registry.browse(use + "&format=cyclonedx&version=1.6", session));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .endsWith(".cdx.json\"");
            assertThat(answer.body()).contains("\"specVersion\":\"1.6\"");
        }
    }
}
