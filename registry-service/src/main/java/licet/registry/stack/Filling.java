package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What fills a slot from when until when.
 *
 * @param revision commit
 * @param family key of the family of the model, or its namespace in lower case
 * @param deployment in which it runs
 * @param routing which traffic goes there
 * @param until absent while it fills the slot
 */
@Schema(name = "SlotFilling")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Filling(
        UUID id,
        String model,
        String revision,
        String family,
        String deployment,
        Owner owner,
        Optional<String> routing,
        Instant since,
        Optional<Instant> until) {
    /**
     * Who answers for it.
     *
     * @param here false where they are no longer active or of the team, so that somebody else should
     */
    @Schema(name = "SlotOwner")
    public record Owner(UUID id, String login, boolean here) {}

    /** As the gate is asked for it. */
    public String reference() {
        return model + "@" + revision;
    }
}
