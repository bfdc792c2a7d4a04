package licet.registry.clearing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
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
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
        });
        return new Principal(
                id,
                login,
                new Standing(Set.of(role), Set.of(ReviewTopic.LEGAL), Set.of()),
                Set.of(),
                new Principal.Via.Session(FormToken.of(login)));
    }
}
