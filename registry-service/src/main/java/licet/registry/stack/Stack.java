package licet.registry.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.problem.RegistryProblem;

/**
 * The models that a product line runs.
 *
 * @param cadenceMonths how long after one review the next one is due
 * @param version grows with each change of the stack or one of its slots
 * @param endedAt absent while it runs
 */
public record Stack(
        UUID id,
        String key,
        String name,
        Team team,
        int cadenceMonths,
        int version,
        Instant madeAt,
        Optional<Instant> endedAt,
        List<Slot> slots) {
    public Stack {
        slots = List.copyOf(slots);
    }

    /** Who owns it. */
    public record Team(UUID id, String key) {}

    Stack with(List<Slot> those) {
        return new Stack(id, key, name, team, cadenceMonths, version, madeAt, endedAt, those);
    }

    Slot slot(String slotKey) {
        return slots.stream()
                .filter(slot -> slot.key().equals(slotKey))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("slot", key + "/" + slotKey).asException());
    }
}
