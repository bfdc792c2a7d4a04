package licet.registry.identity;

import io.micronaut.core.annotation.Introspected;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as it is administered. Requests are checked by plain SQL; only the revocation is changed here. */
@Entity
@Introspected(accessKind = Introspected.AccessKind.FIELD)
@Table(name = "api_token")
class ApiTokenEntity {
    @Id
    UUID id;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String prefix;

    @Column(updatable = false)
    String scope;

    @Column(updatable = false)
    @Nullable UUID ownerId;

    @Column(updatable = false)
    Instant createdAt;

    @Column(updatable = false)
    @Nullable Instant expiresAt;

    /** Written by requests, seldom and without a version: it must not be put back by an administrator's change. */
    @Column(updatable = false)
    @Nullable Instant lastUsedAt;

    @Nullable Instant revokedAt;

    @Version
    long version;

    /** For Hibernate, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected ApiTokenEntity() {}

    /** False when it was revoked before. */
    boolean revoke(Instant at) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = at;
        return true;
    }

    ApiToken toRecord() {
        var span = new ApiToken.Span(createdAt, expiresAt, revokedAt, lastUsedAt);
        return new ApiToken(id, name, prefix, Scopes.parse(scope), ownerId, span);
    }
}
