package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** People who leave and come back. Leaving ends every way in and hands over open work, in one transaction. */
@Singleton
public class Leavers {
    private final Database database;
    private final PersonLinks links;
    private final List<LeaverWork> work;
    private final AuditLog audit;
    private final Clock clock;

    Leavers(Database database, PersonLinks links, List<LeaverWork> work, AuditLog audit, Clock clock) {
        this.database = database;
        this.links = links;
        this.work = List.copyOf(work);
        this.audit = audit;
        this.clock = clock;
    }

    /** What needs a successor when this person leaves. */
    public List<String> needing(UUID id) {
        return database.read(sql -> needing(sql, id));
    }

    /** @param successor takes over what needs somebody; asked for only where something does */
    public void deactivate(UUID id, Optional<UUID> successor, Principal by) {
        PeopleDesk.require(by);
        PeopleDesk.requireOther(id, by);
        database.write(sql -> {
            var person = PeopleDesk.lock(sql, id);
            if (person.state() == PersonLine.State.DEACTIVATED) {
                return false;
            }
            PeopleDesk.requireAdministratorBeside(sql, person);
            requireSuccessor(sql, id, successor);
            var leaving = new LeaverWork.Leaving(id, successor, by.actor());
            work.forEach(kind -> kind.handOver(sql, leaving));
            sql.update("UPDATE person SET state = 'deactivated', version = version + 1 WHERE id = ?", id);
            links.close(sql, id);
            var sessions = Sessions.end(sql, id, Optional.empty());
            var tokens = sql.update(
                    "UPDATE api_token SET revoked_at = ?, version = version + 1"
                            + " WHERE owner_id = ? AND revoked_at IS NULL",
                    clock.instant(),
                    id);
            append(by, "person.deactivate", id, Map.of("sessionsEnded", sessions, "tokensRevoked", tokens));
            return true;
        });
    }

    /** The roles are as they were; tokens stay revoked and teams stay left. */
    public void reactivate(UUID id, Principal by) {
        PeopleDesk.require(by);
        PeopleDesk.requireOther(id, by);
        database.write(sql -> {
            var person = PeopleDesk.lock(sql, id);
            if (person.state() != PersonLine.State.DEACTIVATED) {
                return false;
            }
            sql.update("UPDATE person SET state = 'active', version = version + 1 WHERE id = ?", id);
            append(by, "person.reactivate", id, Map.of());
            return true;
        });
    }

    private List<String> needing(Statements sql, UUID id) {
        return work.stream().flatMap(kind -> kind.needing(sql, id).stream()).toList();
    }

    private void requireSuccessor(Statements sql, UUID id, Optional<UUID> successor) {
        if (successor.isEmpty()) {
            var open = needing(sql, id);
            if (!open.isEmpty()) {
                throw malformed(null, "Name who takes over: " + String.join("; ", open) + ".");
            }
            return;
        }
        var active = sql.find(
                "SELECT 1 FROM person WHERE id = ? AND id <> ? AND state = 'active' FOR NO KEY UPDATE",
                row -> row.getInt(1),
                successor.get(),
                id);
        if (active.isEmpty()) {
            throw malformed(successor.get().toString(), "Name another person who is active.");
        }
    }

    private static RuntimeException malformed(@org.jspecify.annotations.Nullable String value, String mend) {
        return new RegistryProblem.Malformed("successor", value, mend).asException();
    }

    private void append(Principal by, String action, UUID id, Map<String, ?> detail) {
        audit.append(AuditEvent.of(by.actor(), action, People.KIND, id.toString(), detail));
    }
}
