package licet.registry.testing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.http.Standing;

/** People of a registry, as they stand in its tables. */
public record Staff(TestRegistry registry) {
    public Principal person(String login, Set<Role> roles, Set<ReviewTopic> topics) {
        Instant now = registry.clock().instant();
        UUID id = TimeOrderedId.at(now);
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    now);
            topics.forEach(topic ->
                    sql.update("INSERT INTO person_review_topic (person_id, topic) VALUES (?, ?)", id, topic.word()));
            roles.forEach(
                    role -> sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word()));
            return 0;
        });
        return principal(id, login, roles, topics);
    }

    public static Principal principal(UUID id, String login, Set<Role> roles, Set<ReviewTopic> topics) {
        return new Principal(
                id,
                login,
                new Standing(roles, topics, Set.of()),
                Set.of(),
                new Principal.Via.Session(FormToken.of(login)));
    }

    /** The secret of a token that acts for somebody. */
    public String token(Principal owner, Scope scope) {
        return registry.bean(Tokens.class).create("test", scope, 30, owner).secret();
    }

    /** The secret of a token of somebody new. */
    public String token(String login, Scope scope, Role... roles) {
        return token(person(login, Set.of(roles), Set.of()), scope);
    }
}
