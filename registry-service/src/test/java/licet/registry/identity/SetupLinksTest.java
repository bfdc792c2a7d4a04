package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditChain;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

class SetupLinksTest {
    private static final NewPerson ADA = new NewPerson("ada", "Ada", "correct horse battery");

    /** One story, since each step needs the database as the step before left it. */
    @Test
    void theFirstPersonComesInOnceAndNobodyAfter() throws SQLException {
        var registry = TestRegistry.apart();
        var links = registry.bean(SetupLinks.class);

        var first = links.issueIfNoPeople().orElseThrow();
        var second = links.issueIfNoPeople().orElseThrow();
        assertThat(links.isOpen(first)).as("replaced by the second").isFalse();
        assertThat(links.complete(first, ADA)).isEqualTo(new SetupLinks.Result.LinkClosed());

        registry.clock().advance(Duration.ofHours(24));
        assertThat(links.isOpen(second)).as("too old").isFalse();

        var link = links.issueIfNoPeople().orElseThrow();
        assertThat(links.isOpen(link)).isTrue();
        assertThat(links.complete("lct_u_nonsense", ADA)).isEqualTo(new SetupLinks.Result.LinkClosed());
        assertThat(links.complete(link, new NewPerson("a b", "", "short")))
                .isInstanceOfSatisfying(
                        SetupLinks.Result.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting("field")
                                .containsExactly("login", "displayName", "password"));
        assertThat(links.isOpen(link)).as("a mistake does not use it up").isTrue();

        assertThat(links.complete(link, ADA)).isInstanceOf(SetupLinks.Result.Done.class);
        assertThat(links.complete(link, new NewPerson("eve", "Eve", "correct horse battery")))
                .isEqualTo(new SetupLinks.Result.LinkClosed());
        assertThat(links.isOpen(link)).isFalse();
        assertThat(links.issueIfNoPeople()).isEmpty();

        assertThat(registry.bean(Database.class)
                        .<List<String>>read(sql ->
                                sql.list("SELECT action FROM audit_entry ORDER BY seq", row -> row.getString(1))))
                .containsExactly(
                        "setup-link.issue", "setup-link.issue", "setup-link.issue", "person.create", "session.open");
        try (var connection = registry.database().app().connect()) {
            assertThat(AuditChain.verify(connection)).isInstanceOf(AuditVerification.Intact.class);
        }
    }
}
