package licet.registry.clearing;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.NewToken;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.http.Standing;
import licet.registry.testing.TestRegistry;

/** People with an account, without the way through sign-in. */
final class Reviewers {
    private Reviewers() {}

    static Principal person(TestRegistry registry, String login, Role role) {
        Instant now = registry.clock().instant();
        UUID id = TimeOrderedId.at(now);
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    now);
            sql.update("INSERT INTO person_review_topic (person_id, topic) VALUES (?, 'legal')", id);
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
        });
        return new Principal(
                id,
                login,
                new Standing(Set.of(role), Set.of(ReviewTopic.LEGAL), Set.of()),
                Set.of(),
                new Principal.Via.Session(FormToken.of(login)));
    }

    static String token(TestRegistry registry, Principal owner) {
        return registry.bean(Tokens.class)
                .create(new NewToken("clearings", Scope.WRITE, null), owner)
                .secret();
    }

    static HttpResponse<String> send(TestRegistry registry, String path, String token, String body) {
        return registry.send(registry.request("/api/v1/clearings" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What the audit log holds of a clearing. */
    static List<String> actions(TestRegistry registry, UUID clearing) {
        return registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_kind = 'clearing' AND object_id = ? ORDER BY seq",
                        row -> row.getString("action"),
                        clearing.toString()));
    }
}
