package licet.registry.identity;

import java.time.Instant;
import java.util.UUID;
import licet.registry.platform.http.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A token as people may see it.
 *
 * @param ownerId the person who answers for it; null for one made on the host
 */
public record ApiToken(
        UUID id,
        String name,
        String prefix,
        Scope scope,
        @Nullable UUID ownerId,
        Span span) {
    /** When what happened to it; null is "not" or "never". */
    public record Span(
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}
}
