package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLine;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Standing;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.policy.Workflow;

/** Who decides for whom while they are away. A delegation gives the rights that the one who is away has at that moment. */
@Singleton
public class Delegations {
    private static final Duration LONGEST = Duration.ofDays(92);
    static final String KIND = "delegation";

    private final Database database;
    private final PeopleDesk people;
    private final AuditLog audit;
    private final Clock clock;

    Delegations(Database database, PeopleDesk people, AuditLog audit, Clock clock) {
        this.database = database;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    public record Delegation(
            UUID id, UUID person, String login, UUID delegate, String delegateLogin, Instant from, Instant until) {}

    /** Names who decides for the caller, for at most 92 days. */
    public UUID begin(UUID delegate, Instant from, Instant until, Principal caller) {
        var person = ApprovalRights.participant(caller);
        if (person.equals(delegate)) {
            throw new RegistryProblem.Malformed("/delegate", delegate.toString(), "name somebody else").asException();
        }
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new RegistryProblem.Malformed(
                            "/until", until.toString(), "name a later moment, at most " + LONGEST.toDays() + " days on")
                    .asException();
        }
        if (people.get(delegate).state() != PersonLine.State.ACTIVE) {
            throw new RegistryProblem.Malformed("/delegate", delegate.toString(), "name somebody who is active")
                    .asException();
        }
        var id = TimeOrderedId.at(clock.instant());
        return database.write(sql -> {
            sql.update(
                    "INSERT INTO approval_delegation (id, person, delegate, from_at, until_at) VALUES (?, ?, ?, ?, ?)",
                    id,
                    person,
                    delegate,
                    from,
                    until);
            audit.append(AuditEvent.of(
                    caller.actor(),
                    "delegation.begin",
                    KIND,
                    id.toString(),
                    Map.of("delegate", delegate.toString(), "from", from.toString(), "until", until.toString())));
            return id;
        });
    }

    public void end(UUID id, Principal caller) {
        var person = ApprovalRights.participant(caller);
        database.write(sql -> {
            int ended = sql.update(
                    "UPDATE approval_delegation SET ended_at = ? WHERE id = ? AND person = ? AND ended_at IS NULL",
                    clock.instant(),
                    id,
                    person);
            if (ended == 0) {
                throw new RegistryProblem.NotFound("delegation of yours", id.toString()).asException();
            }
            audit.append(AuditEvent.of(caller.actor(), "delegation.end", KIND, id.toString(), Map.of()));
            return ended;
        });
    }

    /** Of and to a person, that act now or later. */
    public List<Delegation> list(UUID person) {
        return database.read(sql -> sql.list(
                "SELECT d.*, p.login, q.login AS delegate_login FROM approval_delegation d"
                        + " JOIN person p ON p.id = d.person JOIN person q ON q.id = d.delegate"
                        + " WHERE d.ended_at IS NULL AND d.until_at > ? AND ? IN (d.person, d.delegate)"
                        + " ORDER BY d.from_at, d.id",
                row -> new Delegation(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("login"),
                        row.getObject("delegate", UUID.class),
                        row.getString("delegate_login"),
                        Statements.getInstant(row, "from_at"),
                        Statements.getInstant(row, "until_at")),
                clock.instant(),
                person));
    }

    /** What somebody may decide for a colleague; nothing without a delegation that acts now. */
    Set<Workflow.Reviewer> entitled(Statements sql, UUID away, UUID delegate, Instant now) {
        boolean acts = sql.get(
                "SELECT EXISTS (SELECT 1 FROM approval_delegation WHERE person = ? AND delegate = ?"
                        + " AND ended_at IS NULL AND from_at <= ? AND until_at > ?) AS acts",
                row -> row.getBoolean("acts"),
                away,
                delegate,
                now,
                now);
        if (!acts) {
            return Set.of();
        }
        var of = people.get(away);
        return of.state() == PersonLine.State.ACTIVE
                ? ApprovalRights.entitled(new Standing(of.roles(), of.topics(), Set.of()))
                : Set.of();
    }
}
