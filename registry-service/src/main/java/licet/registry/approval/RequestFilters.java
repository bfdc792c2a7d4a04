package licet.registry.approval;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** Lists of requests that people keep under a name, each their own. */
@Singleton
public class RequestFilters implements PersonalTraces {
    private static final String KIND = "request-filter";
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PARAMETERS = 1_000;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    RequestFilters(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param parameters as they stand in the address of the list */
    public record Filter(UUID id, String name, String parameters) {}

    public List<Filter> list(Principal caller) {
        var person = caller.personId();
        return person == null
                ? List.of()
                : database.read(sql -> sql.list(
                        "SELECT * FROM request_filter WHERE person_id = ? ORDER BY lower(name), id",
                        row -> new Filter(
                                row.getObject("id", UUID.class), row.getString("name"), row.getString("parameters")),
                        person));
    }

    /** @param name 1 to 80 characters, not yet taken by another filter of the same person */
    public void save(String name, String parameters, Principal caller) {
        var person = ApprovalRights.person(caller);
        String named = name(name);
        if (parameters.length() > LONGEST_PARAMETERS) {
            throw malformed("/parameters", "ask for less at once");
        }
        var id = TimeOrderedId.at(clock.instant());
        database.write(sql -> {
            requireRoom(sql, person);
            int rows = sql.update(
                    "INSERT INTO request_filter (id, person_id, name, parameters, saved_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (person_id, lower(name)) DO NOTHING",
                    id,
                    person,
                    named,
                    parameters,
                    clock.instant());
            if (rows == 0) {
                throw malformed("/name", "choose another name, or delete that filter first");
            }
            // Names are the person's own business and stay out of the log that nobody can erase.
            audit.append(AuditEvent.of(caller.actor(), "request-filter.save", KIND, id.toString(), Map.of()));
            return rows;
        });
    }

    public void delete(UUID id, Principal caller) {
        var person = ApprovalRights.person(caller);
        database.write(sql -> {
            if (sql.update("DELETE FROM request_filter WHERE id = ? AND person_id = ?", id, person) == 0) {
                throw new RegistryProblem.NotFound("filter of yours", id.toString()).asException();
            }
            audit.append(AuditEvent.of(caller.actor(), "request-filter.delete", KIND, id.toString(), Map.of()));
            return id;
        });
    }

    @Override
    public int erase(Statements sql, Erased erased) {
        return sql.update("DELETE FROM request_filter WHERE person_id = ?", erased.person());
    }

    private static void requireRoom(Statements sql, UUID person) {
        long kept = sql.get(
                "SELECT count(*) AS n FROM request_filter WHERE person_id = ?", row -> row.getLong("n"), person);
        if (kept >= MOST) {
            throw malformed("/name", "delete a filter first: there are %d already".formatted(MOST));
        }
    }

    private static String name(String given) {
        String name = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw malformed("/name", "write 1 to %d characters in one line".formatted(LONGEST_NAME));
        }
        return name;
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }
}
