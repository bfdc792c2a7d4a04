package licet.registry.stack;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.identity.LeaverWork;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/** The successor answers for the slots of a leaver; without one the pages say that somebody else should. */
@Singleton
final class SlotsOfLeaver implements LeaverWork {
    private final AuditLog audit;

    SlotsOfLeaver(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public List<String> needing(Statements sql, UUID leaver) {
        return List.of();
    }

    @Override
    public void handOver(Statements sql, Leaving leaving) {
        leaving.successor().ifPresent(successor -> {
            var moved = sql.list(
                    "UPDATE slot_filling SET owner = ? WHERE owner = ? AND until IS NULL RETURNING id",
                    row -> row.getString("id"),
                    successor,
                    leaving.leaver());
            moved.forEach(id -> audit.append(AuditEvent.of(
                    leaving.by(), "slot.hand-over", "slot-filling", id, Map.of("owner", successor.toString()))));
        });
    }
}
