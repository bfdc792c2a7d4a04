package licet.registry.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that somebody entered.
 *
 * @param version counts its changes from 1
 * @param withdrawn whether it was taken back; it stays on record
 * @param enteredBy id of the person; absent for an import
 */
@Schema(name = "ReleaseEntry")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReleaseEntry(
        UUID id,
        ReleaseKind kind,
        String family,
        Optional<String> model,
        Optional<String> successor,
        LocalDate first,
        LocalDate last,
        boolean certain,
        String note,
        String source,
        boolean withdrawn,
        int version,
        Optional<UUID> enteredBy,
        Instant changedAt) {
    ReleaseEvent event() {
        return new ReleaseEvent(
                "entry:" + id,
                kind,
                family,
                model,
                first,
                last,
                certain,
                successor,
                ReleaseEvent.Basis.ENTERED,
                Optional.of(source),
                Optional.of(note).filter(text -> !text.isEmpty()));
    }
}
