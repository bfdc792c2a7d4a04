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

        @Schema(description = "info, warning or critical") String severity,

        String objectKind,
        String objectId,

        @Schema(description = "what it is about, by name; people by their ids")
        Map<String, String> facts,

        Instant raisedAt,
        Optional<Instant> readAt,

        @Schema(description = "who takes care of it: the owner of the token, or somebody who shares a team with them")
        List<Taken> acknowledged) {
    @Schema(name = "AlertAcknowledgement")
    record Taken(UUID person, String login, Instant at) {}

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
                alert.kind().severity().word(),
                alert.objectKind(),
                alert.objectId(),
                alert.facts(),
                alert.raisedAt(),
                alert.readAt(),
                alert.taken().stream()
                        .map(one -> new Taken(one.person(), one.login(), one.at()))
                        .toList());
    }
}
