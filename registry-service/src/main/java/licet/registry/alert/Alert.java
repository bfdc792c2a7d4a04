package licet.registry.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person was told.
 *
 * @param facts what its text names, by name
 * @param readAt when that person read it, if they did
 */
public record Alert(
        UUID id,
        AlertKind kind,
        String objectKind,
        String objectId,
        Map<String, String> facts,
        Instant raisedAt,
        Optional<Instant> readAt) {
    public Alert {
        facts = Map.copyOf(facts);
    }
}
