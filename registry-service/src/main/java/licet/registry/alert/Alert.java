package licet.registry.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person was told.
 *
 * @param facts what its text names, by name
 * @param readAt when that person read it, if they did
 * @param taken who takes care of it, of that person and those who share a team with them
 */
public record Alert(
        UUID id,
        AlertKind kind,
        String objectKind,
        String objectId,
        Map<String, String> facts,
        Instant raisedAt,
        Optional<Instant> readAt,
        List<Acknowledgement> taken) {
    public Alert {
        facts = Map.copyOf(facts);
        taken = List.copyOf(taken);
    }

    Alert takenBy(List<Acknowledgement> people) {
        return new Alert(id, kind, objectKind, objectId, facts, raisedAt, readAt, people);
    }

    /** Somebody takes care of it. */
    public record Acknowledgement(UUID person, String login, Instant at) {}
}
