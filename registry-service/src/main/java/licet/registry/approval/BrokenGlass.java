package licet.registry.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody went ahead of an approval.
 *
 * @param request which has to follow, by the same person or another
 * @param until first moment after it
 * @param endedAt when the request was decided or taken back before that
 */
@Schema(name = "BrokenGlass")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BrokenGlass(
        UUID id,
        UUID request,
        ApprovalRequest.Person by,
        String reason,
        Instant from,
        Instant until,
        Optional<Instant> endedAt) {
    public boolean actsAt(Instant now) {
        return endedAt.isEmpty() && now.isBefore(until);
    }
}
