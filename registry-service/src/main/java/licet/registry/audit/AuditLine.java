package licet.registry.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry as it is shown.
 *
 * @param via session, token, host or system
 * @param action such as {@code policy.activate}
 * @param detail what changed, as the chain holds it
 * @param hash of the entry, in lower-case hex
 */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AuditLine(
        long seq,
        Instant at,
        Doer actor,
        String via,
        String action,
        String objectKind,
        String objectId,
        JsonNode detail,
        Optional<String> reason,
        String hash) {
    /**
     * Who did it.
     *
     * @param kind person, token, host or system
     * @param name of the person while there is a profile, or of the token
     * @param owner who answers for the token; absent for a token of the host
     */
    @Schema(name = "AuditActor")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Doer(String kind, Optional<UUID> id, Optional<String> name, Optional<Owner> owner) {}

    @Schema(name = "AuditTokenOwner")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Owner(UUID id, Optional<String> name) {}

    /** @param next cursor of the next page; absent on the last */
    @Schema(name = "AuditPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<AuditLine> entries, Optional<String> next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
