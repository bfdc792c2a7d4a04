package licet.registry.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;

/** All members of a team. Each of them may subscribe for it, and so may administrators; whoever only reads may not. */
@Singleton
final class TeamSubscribers implements Subscribers {
    @Override
    public String kind() {
        return Subscriber.TEAM;
    }

    @Override
    public List<Subscriber> of(Statements sql, Principal caller) {
        if (caller.standing().onlyReads()) {
            return List.of();
        }
        return sql.list(
                "SELECT id, key FROM team WHERE ? OR id IN (SELECT team_id FROM team_member WHERE person_id = ?)"
                        + " ORDER BY key",
                row -> new Subscriber(kind(), row.getString("id"), row.getString("key")),
                caller.has(Role.ADMINISTRATOR),
                caller.personId());
    }

    @Override
    public Set<UUID> people(Statements sql, String id) {
        return Set.copyOf(sql.list(
                "SELECT person_id FROM team_member WHERE team_id = ?",
                row -> row.getObject("person_id", UUID.class),
                UUID.fromString(id)));
    }
}
