package licet.registry.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A token as the API shows one.
 *
 * @param prefix the first characters, by which people tell tokens apart
 * @param scope read, gate or write
 * @param expiresAt absent for a token that ends by hand alone
 */
@Schema(name = "ApiToken")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TokenDocument(
        UUID id,
        String name,
        String prefix,
        String scope,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    @Schema(name = "ApiTokenPage")
    record Page(List<TokenDocument> tokens) {}

    /** @param secret shown this once and kept nowhere */
    @Schema(name = "NewApiToken")
    record Issued(UUID id, String secret) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    static TokenDocument of(ApiToken token) {
        var span = token.span();
        return new TokenDocument(
                token.id(),
                token.name(),
                token.prefix(),
                token.scope().word(),
                span.createdAt(),
                Optional.ofNullable(span.expiresAt()),
                Optional.ofNullable(span.revokedAt()),
                Optional.ofNullable(span.lastUsedAt()));
    }
}
