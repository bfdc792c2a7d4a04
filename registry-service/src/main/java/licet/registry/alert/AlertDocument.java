package licet.registry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An alert as the API shows it. */
@Schema(name = "Alert")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AlertDocument(
        UUID id,
        String kind,
        String objectKind,
        String objectId,

        @Schema(description = "what it is about, by name; people by their ids")
        Map<String, String> facts,

        Instant raisedAt,
        Optional<Instant> readAt) {
    /** @param next what to send as {@code after} for the next page, absent on the last one */
    @Schema(name = "AlertPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(
            List<AlertDocument> alerts,

            @Schema(description = "of all pages") long unread,

            Optional<UUID> next) {}

    static AlertDocument of(Alert alert) {
        return new AlertDocument(
                alert.id(),
                alert.kind().word(),
                alert.objectKind(),
                alert.objectId(),
                alert.facts(),
                alert.raisedAt(),
                alert.readAt());
    }
}
