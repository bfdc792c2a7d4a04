package licet.registry.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.identity.ProvidedIdentity;
import org.jspecify.annotations.Nullable;

/** Reads a person out of an ID token that was checked before. */
record Claims(JWTClaimsSet token) {
    private static final int LONGEST_NAME = 100;

    ProvidedIdentity person(OidcSettings.Roles roles) {
        var email = text("email");
        var logins = Stream.of(text("preferred_username"), email)
                .flatMap(Optional::stream)
                .toList();
        var name = Stream.of(text("name"), text("preferred_username"), email)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(token.getSubject());
        return new ProvidedIdentity(
                token.getIssuer(),
                token.getSubject(),
                logins,
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                email,
                roles.grant(words(find(token.getClaims(), roles.claim()))));
    }

    private Optional<String> text(String claim) {
        return token.getClaim(claim) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    /** A claim of that very name, else a path of names with dots between them. */
    private static @Nullable Object find(Map<?, ?> within, String name) {
        if (within.containsKey(name)) {
            return within.get(name);
        }
        var dot = name.indexOf('.');
        return dot > 0 && within.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }

    /** Providers write one group as a text and several as a list. Anything else names no group. */
    private static Set<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String one -> Set.of(one);
            case Collection<?> many ->
                many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }
}
