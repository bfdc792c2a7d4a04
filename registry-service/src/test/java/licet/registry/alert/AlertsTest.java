package licet.registry.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.registry.identity.NewToken;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people are told is told once, with its change or not at all, and read by themselves alone. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AlertsTest {
    private static TestRegistry registry;
    private static Principal ada;
    private static String token = "";

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        ada = registry.bean(Credentials.class).findBySession(registry.session()).orElseThrow();
        token = registry.bean(Tokens.class)
                .create(new NewToken("inbox", Scope.WRITE, null), ada)
                .secret();
    }

    private static UUID id(Principal person) {
        return Optional.ofNullable(person.personId()).orElseThrow();
    }

    private static NewAlert about(String object, String of, Set<UUID> people) {
        return new NewAlert(AlertKind.ESCALATION, people, "sample", object, Map.of("of", of, "stage", "legal"));
    }

    private static void raise(NewAlert... all) {
        registry.bean(Database.class).write(sql -> {
            registry.bean(AuditLog.class).append(AuditEvent.of(ada.actor(), "sample.change", "sample", "1", Map.of()));
            List.of(all).forEach(alert -> registry.bean(Alerts.class).raise(sql, alert));
            return 0;
        });
    }

    private static List<Alert> list(int limit, Optional<UUID> after) {
        return registry.bean(AlertInbox.class).list(new AlertQuery(false, after, limit), ada).stream()
                .filter(alert -> alert.objectKind().equals("sample"))
                .toList();
    }

    @Test
    void the_same_is_told_once() {
        var object = UUID.randomUUID().toString();
        raise(about(object, "round 1", Set.of(id(ada))), about(object, "round 1", Set.of(id(ada))));
        raise(about(object, "round 1", Set.of(id(ada))));
        raise(about(object, "round 2", Set.of(id(ada))));
        assertThat(list(200, Optional.empty()))
                .filteredOn(alert -> alert.objectId().equals(object))
                .extracting(alert -> alert.facts().get("of"))
                .containsExactlyInAnyOrder("round 1", "round 2");
        assertThatThrownBy(() -> new NewAlert(AlertKind.COMMENT, Set.of(), "sample", object, Map.of("stage", "legal")))
                .hasMessageContaining("'of'");
    }

    @Test
    void without_its_change_nothing_is_told() {
        var alert = about(UUID.randomUUID().toString(), "1", Set.of(id(ada)));
        assertThatThrownBy(() -> registry.bean(Database.class).write(sql -> {
                    registry.bean(Alerts.class).raise(sql, alert);
                    return 0;
                }))
                .hasMessageContaining("audited");
        assertThat(list(200, Optional.empty()))
                .filteredOn(told -> told.objectId().equals(alert.objectId()))
                .isEmpty();
    }

    @Test
    void who_is_not_active_or_not_named_is_not_told() {
        var gone = UUID.randomUUID();
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person (id, login, state, created_at, version)"
                                + " VALUES (?, ?, 'deactivated', now(), 0)",
                        gone,
                        "gone-" + gone));
        raise(about(gone.toString(), "1", Set.of(gone)));
        assertThat(list(200, Optional.empty()))
                .noneMatch(alert -> alert.objectId().equals(gone.toString()));
        long people = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM alert_person WHERE person = ?", row -> row.getLong("n"), gone));
        assertThat(people).isZero();
    }

    @Test
    void pages_follow_each_other_without_gap() {
        for (int i = 0; i < 5; i++) {
            raise(about("page", Integer.toString(i), Set.of(id(ada))));
        }
        var whole = list(200, Optional.empty());
        var first = list(2, Optional.empty());
        var rest = list(200, Optional.of(first.getLast().id()));
        assertThat(java.util.stream.Stream.concat(first.stream(), rest.stream()))
                .containsExactlyElementsOf(whole);
    }

    @Test
    void a_program_reads_and_marks_what_its_owner_was_told() {
        var object = UUID.randomUUID().toString();
        raise(about(object, "1", Set.of(id(ada))));
        var told = list(200, Optional.empty()).stream()
                .filter(alert -> alert.objectId().equals(object))
                .findFirst()
                .orElseThrow();
        var listed = registry.send(registry.request("/api/v1/inbox/alerts?unread=true")
                .header("Authorization", "Bearer " + token)
                .GET());
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.body()).contains(told.id().toString(), "\"escalation\"");
        var body = "{\"ids\": [\"%s\"]}".formatted(told.id());
        assertThat(mark(body)).isEqualTo("{\"marked\":1}");
        assertThat(mark(body)).isEqualTo("{\"marked\":0}");
        assertThat(list(200, Optional.empty()))
                .filteredOn(alert -> alert.id().equals(told.id()))
                .allMatch(alert -> alert.readAt().isPresent());
        assertThat(mark("{\"ids\": [\"x\"]}")).contains("give the id of an alert");
    }

    private static String mark(String body) {
        return registry.send(registry.request("/api/v1/inbox/alerts/read")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .body();
    }
}
