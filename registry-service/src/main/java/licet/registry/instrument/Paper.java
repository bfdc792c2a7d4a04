package licet.registry.instrument;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper on record. It is never changed; a change is a new paper that replaces it.
 *
 * @param id counts up; verdicts cite {@code kind:id}
 * @param document the signed paper itself, where it was handed in
 */
public record Paper(
        long id,
        PaperContent content,
        Optional<Document> document,
        Optional<Long> replaces,
        Instant recordedAt,
        UUID recordedBy,
        Optional<Revocation> revocation) {

    /** @param sha256 of its bytes, 64 hex digits */
    public record Document(String name, String type, String sha256) {}

    public record Revocation(Instant at, UUID by, String reason) {}

    /** How verdicts cite it. */
    public String reference() {
        return content.kind().word() + ":" + id;
    }

    public PaperState stateAt(Instant now) {
        if (revocation.isPresent()) {
            return PaperState.REVOKED;
        }
        if (now.isBefore(content.from())) {
            return PaperState.PENDING;
        }
        return content.until().map(now::isBefore).orElse(true) ? PaperState.ACTING : PaperState.EXPIRED;
    }
}
