package licet.registry.stack;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import licet.registry.alert.About;
import licet.registry.alert.Responsibility;
import licet.registry.alert.Subscriber;
import licet.registry.platform.Statements;

/** Whoever owns a slot answers for the model in it. */
@Singleton
final class SlotOwners implements Responsibility {
    /** In a deployment only the slots that run there; owners who left the team answer for nothing. */
    private static final String OWNERS = "SELECT DISTINCT f.owner, s.id, s.key FROM slot_filling f"
            + " JOIN stack_slot l ON l.id = f.slot_id JOIN stack s ON s.id = l.stack_id AND s.ended_at IS NULL"
            + " JOIN team_member m ON m.team_id = s.team_id AND m.person_id = f.owner"
            + " WHERE f.until IS NULL AND (lower(f.model) = ? OR f.family = ?) AND ? IN ('', f.deployment)";

    @Override
    public List<Held> of(Statements sql, About about) {
        return sql.list(
                OWNERS,
                row -> new Held(
                        row.getObject("owner", UUID.class),
                        new Subscriber(StackTable.KIND, row.getString("id"), row.getString("key"))),
                about.modelName(),
                about.familyName(),
                about.deployment().orElse(""));
    }
}
