package licet.web.people;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.identity.ApiToken;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLine;
import licet.registry.identity.Tokens;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;

/** The tokens that a reader may see, the newest first. */
@Singleton
final class TokenRows {
    private final Tokens tokens;
    private final PeopleDesk people;
    private final Clock clock;

    TokenRows(Tokens tokens, PeopleDesk people, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    List<TokensView.Row> of(Principal caller) {
        if (!caller.has(Role.ADMINISTRATOR)) {
            return tokens.listOf(caller).stream()
                    .map(token -> row(token, caller.login()))
                    .toList();
        }
        Map<UUID, String> logins = people.list().stream().collect(Collectors.toMap(PersonLine::id, PersonLine::login));
        return tokens.list().stream()
                .map(token -> row(
                        token,
                        Optional.ofNullable(token.ownerId()).map(logins::get).orElse("")))
                .toList();
    }

    private TokensView.Row row(ApiToken token, String owner) {
        var span = token.span();
        return new TokensView.Row(
                token.id().toString(),
                token.name(),
                token.prefix(),
                token.scope().word(),
                owner,
                state(span, clock.instant()),
                Optional.ofNullable(span.expiresAt()),
                Optional.ofNullable(span.lastUsedAt()));
    }

    private static String state(ApiToken.Span span, Instant now) {
        if (span.revokedAt() != null) {
            return "revoked";
        }
        return span.expiresAt() != null && !now.isBefore(span.expiresAt()) ? "ended" : "open";
    }
}
