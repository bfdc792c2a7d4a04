package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.registry.identity.SignIn;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people clear where a model comes from, and its terms are there, with their path, at every copy. No script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClearingPageTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false);
    private static final String MIRROR = "a-mirror/DeepSeek-R1-Distill-Llama-70B";
    private static final String LLAMA = "meta-llama/Llama-3.3-70B-Instruct";

    @Test
    void twoPeopleClearAnOriginAndEveryCopyFollows() {
        Site.visitor(NO_SCRIPT).close();
        copy();
        try (var first = reviewer("proposes");
                var second = reviewer("confirms")) {
            var page = first.newPage();
            page.navigate(Site.address(Site.DISTILLED));
            link(page, "Look at the case");
            assertThat(main(page)).containsText("README.md");
            page.getByLabel("Model 1").fill(LLAMA);
            page.getByLabel("Reasons").fill("The card says that it was derived from it.");
            press(page, "Show what would change");
            assertThat(page.locator("#preview")).isVisible();
            press(page, "Propose");
            assertThat(main(page)).containsText("another person has to confirm it");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm")))
                    .hasCount(0);
            String place = page.url();

            var other = second.newPage();
            other.navigate(Site.address("/dashboard"));
            assertThat(main(other)).containsText("One conclusion about evidence waits");
            other.navigate(place);
            press(other, "Confirm");
            assertThat(other.getByRole(AriaRole.ALERT)).containsText("say why");
            other.getByLabel("Why").fill("I read the same there.");
            press(other, "Confirm");
            assertThat(main(other)).containsText("Confirmed by confirms");

            for (String model : List.of(Site.DISTILLED, "/models/" + MIRROR)) {
                other.navigate(Site.address(model));
                Locator inherited = other.locator(".reason")
                        .filter(new Locator.FilterOptions().setHasText("Llama 3.3"))
                        .filter(new Locator.FilterOptions().setHasText(LLAMA));
                assertThat(inherited.first()).isAttached();
                assertThat(other.locator("a[href^='/clearings/']").first()).isAttached();
            }
            other.navigate(place);
            other.getByLabel("Why").fill("The test is over.");
            press(other, "Revoke");
            assertThat(main(other)).containsText("Ended by confirms");
        }
    }

    @Test
    void eachPartHasAFieldOfItsOwn() {
        Site.visitor(NO_SCRIPT).close();
        var parts = RepoId.parse("someone/parts");
        var hub = REGISTRY.bean(RecordedHub.class);
        hub.change(models -> models.with(RecordedRepository.of(
                parts.value(), "b".repeat(24), "license: other\nlicense_name: parts-terms", "Of several parts.")));
        REGISTRY.bean(Ingest.class).run(List.of(parts), IngestProgress.SILENT);
        try (var reviewer = reviewer("parts")) {
            var page = reviewer.newPage();
            page.navigate(Site.address("/clearings/of/" + parts.value() + "?about=license"));
            page.getByLabel("Reasons").fill("Its author says so elsewhere.");
            press(page, "Show what would change");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("at least one part");
            page.getByLabel("Weights").fill("mit");
            page.getByLabel("Tokenizer").fill("no-such-terms");
            press(page, "Show what would change");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("choose a license of the catalog");
            assertThat(page.getByLabel("Tokenizer")).hasAttribute("aria-invalid", "true");
            assertThat(page.getByLabel("Weights")).hasValue("mit");
            page.getByLabel("Tokenizer").fill("apache-2.0");
            press(page, "Show what would change");
            assertThat(page.locator("#preview")).containsText("One model has this evidence");
            press(page, "Propose");
            assertThat(page.locator(".clearing-history")).containsText("Weights: mit");
            assertThat(page.locator(".clearing-history")).containsText("Tokenizer: apache-2.0");
            page.getByLabel("Why").fill("The test is over.");
            press(page, "Take back");
        }
    }

    /** The same card and the same weights under another name. */
    private static void copy() {
        var hub = REGISTRY.bean(RecordedHub.class);
        var original = hub.models().get(RepoId.parse("deepseek-ai/DeepSeek-R1-Distill-Llama-70B"));
        var mirror = RepoId.parse(MIRROR);
        hub.change(models -> models.with(original.withId(mirror).withFact("_id", "a".repeat(24))));
        REGISTRY.bean(Ingest.class).run(List.of(mirror), IngestProgress.SILENT);
    }

    private static BrowserContext reviewer(String login) {
        REGISTRY.bean(Database.class).write(sql -> {
            var id = UUID.randomUUID();
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version)"
                            + " SELECT ?, ?, 'active', created_at, 0 FROM person WHERE login = ?",
                    id,
                    login,
                    TestRegistry.LOGIN);
            sql.update(
                    "INSERT INTO person_password (person_id, hash, changed_at) SELECT ?, w.hash, w.changed_at"
                            + " FROM person_password w JOIN person p ON p.id = w.person_id WHERE p.login = ?",
                    id,
                    TestRegistry.LOGIN);
            sql.update("INSERT INTO person_review_topic (person_id, topic) VALUES (?, 'legal')", id);
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, 'reviewer')", id);
        });
        var result = REGISTRY.bean(SignIn.class)
                .signIn(new SignIn.Attempt(login, TestRegistry.PASSWORD, "test"), Optional.empty());
        var context = Site.stranger(NO_SCRIPT);
        if (result instanceof SignIn.Result.SignedIn(var session)) {
            context.addCookies(List.of(new Cookie("licet-session", session).setUrl(Site.address("/"))));
        }
        return context;
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
