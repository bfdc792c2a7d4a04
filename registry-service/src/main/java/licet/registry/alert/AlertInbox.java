package licet.registry.alert;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** What one person was told. Nobody reads what others were told, and nobody reads it for them. */
@Singleton
public class AlertInbox {
    private final Database database;
    private final Clock clock;

    AlertInbox(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A token of the host has no owner, whom nobody tells anything. */
    public List<Alert> list(AlertQuery query, Principal caller) {
        return Optional.ofNullable(caller.personId())
                .map(person -> list(query, person))
                .orElse(List.of());
    }

    private List<Alert> list(AlertQuery query, UUID person) {
        return database.read(sql -> sql.list(
                "SELECT a.*, p.read_at FROM alert_person p JOIN alert a ON a.id = p.alert_id WHERE p.person = ?"
                        + (query.unread() ? " AND p.read_at IS NULL" : "")
                        + (query.after().isPresent() ? " AND p.alert_id < ?" : "")
                        + " ORDER BY p.alert_id DESC LIMIT ?",
                AlertInbox::read,
                query.after()
                        .map(after -> new Object[] {person, after, query.limit()})
                        .orElseGet(() -> new Object[] {person, query.limit()})));
    }

    /** How many the person did not read. */
    public long unread(Principal caller) {
        return Optional.ofNullable(caller.personId())
                .map(person -> database.read(sql -> sql.get(
                        "SELECT count(*) AS n FROM alert_person WHERE person = ? AND read_at IS NULL",
                        row -> row.getLong("n"),
                        person)))
                .orElse(0L);
    }

    /**
     * Reading is nobody's business but the reader's, so it is not audited.
     *
     * @return how many of them were unread
     */
    public int markRead(Set<UUID> alerts, Principal caller) {
        var person = person(caller);
        return database.write(sql -> sql.update(
                "UPDATE alert_person SET read_at = ? WHERE person = ? AND read_at IS NULL AND alert_id = ANY (?)",
                clock.instant(),
                person,
                alerts.toArray(UUID[]::new)));
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                ClosedChoice.find(AlertKind.class, row.getString("kind")).orElseThrow(),
                row.getString("object_kind"),
                row.getString("object_id"),
                CanonicalJson.read(row.getString("facts"), AlertFacts.class).named(),
                Statements.getInstant(row, "raised_at"),
                Optional.ofNullable(Statements.findInstant(row, "read_at")));
    }

    private static UUID person(Principal caller) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        return person;
    }
}
