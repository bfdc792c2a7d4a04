package licet.registry.stack;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.Subscriber;
import licet.registry.alert.Subscribers;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;

/** Those who answer for the slots of a stack; its whole team while nobody does. */
@Singleton
final class StackSubscribers implements Subscribers {
    @Override
    public String kind() {
        return StackTable.KIND;
    }

    @Override
    public List<Subscriber> of(Statements sql, Principal caller) {
        if (caller.standing().onlyReads()) {
            return List.of();
        }
        return sql.list(
                "SELECT id, key FROM stack WHERE ended_at IS NULL AND (? OR team_id IN (SELECT team_id FROM team_member"
                        + " WHERE person_id = ?)) ORDER BY key",
                row -> new Subscriber(kind(), row.getString("id"), row.getString("key")),
                caller.has(Role.ADMINISTRATOR),
                caller.personId());
    }

    @Override
    public Set<UUID> people(Statements sql, String id) {
        var stack = UUID.fromString(id);
        var owners = people(
                sql,
                "SELECT DISTINCT f.owner AS person FROM slot_filling f JOIN stack_slot l ON l.id = f.slot_id"
                        + " JOIN stack s ON s.id = l.stack_id JOIN team_member m ON m.team_id = s.team_id"
                        + " AND m.person_id = f.owner WHERE l.stack_id = ? AND f.until IS NULL",
                stack);
        return owners.isEmpty()
                ? people(
                        sql,
                        "SELECT m.person_id AS person FROM team_member m JOIN stack s ON s.team_id = m.team_id"
                                + " WHERE s.id = ? AND s.ended_at IS NULL",
                        stack)
                : owners;
    }

    private static Set<UUID> people(Statements sql, String query, UUID stack) {
        return Set.copyOf(sql.list(query, row -> row.getObject("person", UUID.class), stack));
    }
}
