package licet.registry.alert;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** What one person was told. Nobody reads what others were told or reads it for them; taking care is known to teams. */
@Singleton
public class AlertInbox {
    /** Greater than every id. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    AlertInbox(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token of the host has no owner, whom nobody tells anything. */
    public List<Alert> list(AlertQuery query, Principal caller) {
        return Optional.ofNullable(caller.personId())
                .map(person -> list(query, person))
                .orElse(List.of());
    }

    private List<Alert> list(AlertQuery query, UUID person) {
        return database.read(sql -> {
            var rows = sql.list(
                    "SELECT a.*, p.read_at FROM alert_person p JOIN alert a ON a.id = p.alert_id WHERE p.person = ?"
                            + " AND p.alert_id < ? AND a.kind = ANY (?)"
                            + (query.unread() ? " AND p.read_at IS NULL" : "")
                            + " ORDER BY p.alert_id DESC LIMIT ?",
                    AlertInbox::read,
                    person,
                    query.after().orElse(LAST),
                    query.kinds(),
                    query.limit());
            return AcknowledgementTable.with(sql, rows, person);
        });
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

    /**
     * Everything up to and with one alert: what came since stays unread.
     *
     * @return how many of them were unread
     */
    public int markAllRead(UUID newest, Principal caller) {
        var person = person(caller);
        return database.write(sql -> sql.update(
                "UPDATE alert_person SET read_at = ? WHERE person = ? AND read_at IS NULL AND alert_id <= ?",
                clock.instant(),
                person,
                newest));
    }

    /**
     * The caller takes care of what these tell, and has read them; those who share a team with the caller see who and
     * since when.
     *
     * @return how many of them the caller had not taken before
     */
    public int acknowledge(Set<UUID> alerts, Principal caller) {
        var person = person(caller);
        if (caller.standing().onlyReads()) {
            throw new RegistryProblem.Forbidden("somebody who does not only read").asException();
        }
        return database.write(sql -> {
            var taken = AcknowledgementTable.insert(sql, alerts, person, clock.instant());
            taken.forEach(id ->
                    audit.append(AuditEvent.of(caller.actor(), "alert.acknowledge", "alert", id.toString(), Map.of())));
            sql.update(
                    "UPDATE alert_person SET read_at = ? WHERE person = ? AND read_at IS NULL AND alert_id = ANY (?)",
                    clock.instant(),
                    person,
                    taken.toArray(UUID[]::new));
            return taken.size();
        });
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                ClosedChoice.find(AlertKind.class, row.getString("kind")).orElseThrow(),
                row.getString("object_kind"),
                row.getString("object_id"),
                CanonicalJson.read(row.getString("facts"), AlertFacts.class).named(),
                Statements.getInstant(row, "raised_at"),
                Optional.ofNullable(Statements.findInstant(row, "read_at")),
                List.of());
    }

    private static UUID person(Principal caller) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        return person;
    }
}
