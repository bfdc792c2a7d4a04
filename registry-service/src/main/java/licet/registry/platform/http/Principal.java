package licet.registry.platform.http;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the request. Controllers take it as an argument; on an open route it can be nobody.
 *
 * @param personId the person, or the person who owns the token; null for a token of the host
 * @param login the name to show
 * @param standing roles, review topics and teams of the person
 * @param scopes empty for a browser session, which is bound by roles only
 * @param via how this was proved
 */
public record Principal(@Nullable UUID personId, String login, Standing standing, Set<Scope> scopes, Via via)
        implements java.security.Principal {
    /** The proof that came with the request. */
    public sealed interface Via {
        /** A browser; its forms carry this token. */
        record Session(FormToken formToken) implements Via {}

        record Token(UUID id) implements Via {}
    }

    public Principal {
        scopes = Set.copyOf(scopes);
        if (via instanceof Via.Session && personId == null) {
            throw new IllegalArgumentException("a session belongs to a person");
        }
    }

    /** Somebody without topics and teams. */
    public Principal(@Nullable UUID personId, String login, Set<Role> roles, Set<Scope> scopes, Via via) {
        this(personId, login, Standing.of(roles), scopes, via);
    }

    @Override
    public String getName() {
        return login;
    }

    public Set<Role> roles() {
        return standing.roles();
    }

    public boolean has(Role role) {
        return standing.roles().contains(role);
    }

    /** Whether the caller's review counts for this. */
    public boolean reviews(ReviewTopic topic) {
        return has(Role.REVIEWER) && standing.topics().contains(topic);
    }

    public boolean belongsTo(UUID team) {
        return standing.teams().contains(team);
    }

    /** Whether a scope of the token suffices; nothing for a session, which is bound by roles only. */
    public boolean may(Scope needed) {
        return scopes.stream().anyMatch(scope -> scope.covers(needed));
    }

    /** Who stands in the audit log. */
    public Actor actor() {
        return switch (via) {
            case Via.Session _ -> new Actor.Person(Objects.requireNonNull(personId));
            case Via.Token(var id) -> new Actor.Token(id);
        };
    }
}
