package licet.tests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody looks for what was done, and finds out that somebody altered it. No script. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AuditPageTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final Browser.NewContextOptions NO_SCRIPT =
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setAcceptDownloads(true);

    @Test
    void whatWasDoneIsNarrowedFollowedAndTakenAlong() throws IOException {
        try (var context = Site.visitor(NO_SCRIPT)) {
            act("audited.make", "audited-one");
            act("audited.change", "audited-one");
            act("audited.change", "audited-two");
            var page = context.newPage();
            page.navigate(Site.address("/audit"));
            page.getByLabel("What was done").fill("audited.change");
            press(page, "Narrow");
            assertThat(rows(page)).hasCount(2);
            page.getByLabel("Name or id of the object").fill("audited-one");
            press(page, "Narrow");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("of what kind the object is");
            assertThat(page.getByLabel("What was done")).hasValue("audited.change");
            page.getByLabel("Kind of object").fill("audited");
            press(page, "Narrow");
            assertThat(rows(page)).hasCount(1);
            page.getByLabel("Through day").fill("2020-01-01");
            press(page, "Narrow");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("No entry fits");
            link(page, "Show everything");

            page.getByLabel("What was done").fill("audited.make");
            press(page, "Narrow");
            link(page, "audited-one");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("audited-one");
            assertThat(rows(page)).hasCount(2);
            assertThat(rows(page).first()).containsText("audited.change");
            assertThat(rows(page).first()).containsText("It was tried.");
            rows(page).first().locator("summary").click();
            assertThat(rows(page).first().locator("del")).hasText("untried");

            var download = page.waitForDownload(() -> link(page, "Download as lines of JSON"));
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("audit.jsonl");
            var lines = Files.readAllLines(download.path());
            Assertions.assertThat(lines).allSatisfy(line -> CanonicalJson.read(line, JsonNode.class));
            Assertions.assertThat(lines.stream().filter(line -> line.contains("\"audited-one\"")))
                    .hasSize(2);
        }
    }

    @Test
    void anEntryThatTheOwnerOfTheDatabaseAlteredIsNamed() throws SQLException {
        try (var context = Site.visitor(NO_SCRIPT)) {
            act("audited.damage", "audited-three");
            act("audited.follow", "audited-three");
            long altered = REGISTRY.bean(Database.class)
                    .read(sql -> sql.get(
                            "SELECT seq FROM audit_entry WHERE action = 'audited.damage'", row -> row.getLong("seq")));
            var page = context.newPage();
            page.navigate(Site.address("/audit"));
            link(page, "Verify the chain");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("are what was written");
            try {
                reason(altered, "It was nobody.");
                page.reload();
                assertThat(page.getByRole(AriaRole.STATUS)).hasText("Entry " + altered + " was altered.");
                assertThat(page.getByRole(AriaRole.MAIN)).containsText("Keep the database as it is");
            } finally {
                reason(altered, "It was tried.");
            }
            page.reload();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("are what was written");
        }
    }

    private static void act(String action, String id) {
        var detail = Map.of("before", Map.of("state", "untried"), "after", Map.of("state", "tried"));
        REGISTRY.bean(Database.class).write(sql -> {
            REGISTRY.bean(AuditLog.class)
                    .append(AuditEvent.of(Actor.PRODUCT, action, "audited", id, detail)
                            .because("It was tried."));
            return id;
        });
    }

    /** The application itself cannot; who owns the tables can. */
    private static void reason(long entry, String reason) throws SQLException {
        try (var owner = REGISTRY.database().owner().connect()) {
            var sql = new Statements(owner);
            sql.update("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
            sql.update("UPDATE audit_entry SET reason = ? WHERE seq = ?", reason, entry);
            sql.update("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only");
        }
    }

    private static Locator rows(Page page) {
        return page.locator(".audit-rows tbody tr");
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
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
