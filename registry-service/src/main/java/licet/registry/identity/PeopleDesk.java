package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/**
 * Administration of people. Every change asks for an administrator, is audited with before and after, and is refused
 * where it would leave the product without an administrator or touch the own rights.
 */
@Singleton
public class PeopleDesk {
    private final Database database;
    private final PersonLinks links;
    private final AuditLog audit;
    private final Clock clock;

    PeopleDesk(Database database, PersonLinks links, AuditLog audit, Clock clock) {
        this.database = database;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    public List<PersonLine> list() {
        return database.read(PersonTable::list);
    }

    public PersonLine get(UUID id) {
        return database.read(sql -> PersonTable.find(sql, id)).orElseThrow(() -> unknown(id));
    }

    /** A new account without a password, and the link with which the person sets one. */
    public IssuedLink invite(Invitation wanted, Principal by) {
        require(by);
        return database.write(sql -> {
            var now = clock.instant();
            var id = TimeOrderedId.at(now);
            var rows = sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)"
                            + " ON CONFLICT DO NOTHING",
                    id,
                    wanted.login(),
                    now);
            if (rows == 0) {
                throw new RegistryProblem.Malformed("login", wanted.login(), "Somebody has this login already.")
                        .asException();
            }
            sql.update("INSERT INTO person_profile (person_id, display_name) VALUES (?, ?)", id, wanted.displayName());
            insertRights(sql, id, wanted.roles(), wanted.topics());
            var detail = Map.of("roles", words(wanted.roles()), "topics", words(wanted.topics()));
            append(by, "person.invite", id, detail);
            return links.issue(sql, id);
        });
    }

    public void grant(UUID id, Set<Role> roles, Set<ReviewTopic> topics, Principal by) {
        require(by);
        requireOther(id, by);
        database.write(sql -> {
            var before = lock(sql, id);
            if (before.roles().equals(roles) && before.topics().equals(topics)) {
                return false;
            }
            if (!roles.contains(Role.ADMINISTRATOR)) {
                requireAdministratorBeside(sql, before);
            }
            sql.update("DELETE FROM person_role WHERE person_id = ?", id);
            sql.update("DELETE FROM person_review_topic WHERE person_id = ?", id);
            insertRights(sql, id, roles, topics);
            append(by, "person.grant", id, Map.of("before", rights(before), "after", rights(roles, topics)));
            return true;
        });
    }

    /** Takes the password away, ends the sessions and gives a new link. Everything else stays. */
    public IssuedLink reset(UUID id, Principal by) {
        require(by);
        requireOther(id, by);
        return database.write(sql -> {
            var person = lock(sql, id);
            if (person.state() == PersonLine.State.DEACTIVATED) {
                throw conflict(id, "reactivate the person first");
            }
            sql.update("DELETE FROM person_password WHERE person_id = ?", id);
            var ended = Sessions.end(sql, id, Optional.empty());
            append(by, "person.reset", id, Map.of("sessionsEnded", ended));
            return links.issue(sql, id);
        });
    }

    private static void insertRights(Statements sql, UUID id, Set<Role> roles, Set<ReviewTopic> topics) {
        sql.batch("INSERT INTO person_role (person_id, role) VALUES (?, ?)", rows(id, roles));
        sql.batch("INSERT INTO person_review_topic (person_id, topic) VALUES (?, ?)", rows(id, topics));
    }

    private static List<Object[]> rows(UUID id, Set<? extends ClosedChoice> choices) {
        return choices.stream().map(choice -> new Object[] {id, choice.word()}).toList();
    }

    private static Map<String, List<String>> rights(PersonLine person) {
        return rights(person.roles(), person.topics());
    }

    private static Map<String, List<String>> rights(Set<Role> roles, Set<ReviewTopic> topics) {
        return Map.of("roles", words(roles), "topics", words(topics));
    }

    private static List<String> words(Set<? extends ClosedChoice> choices) {
        return choices.stream().map(ClosedChoice::word).sorted().toList();
    }

    private void append(Principal by, String action, UUID id, Map<String, ?> detail) {
        audit.append(AuditEvent.of(by.actor(), action, People.KIND, id.toString(), detail));
    }

    static PersonLine lock(Statements sql, UUID id) {
        var person = PersonTable.lock(sql, id).orElseThrow(() -> unknown(id));
        if (person.state() == PersonLine.State.ERASED) {
            throw conflict(id, "nothing can be done: the personal data was erased for good");
        }
        return person;
    }

    static void require(Principal by) {
        if (!by.has(Role.ADMINISTRATOR)) {
            throw new RegistryProblem.Forbidden("the role administrator").asException();
        }
    }

    static void requireOther(UUID id, Principal by) {
        if (id.equals(by.personId())) {
            throw new RegistryProblem.Forbidden("another administrator: nobody changes the own account this way")
                    .asException();
        }
    }

    static void requireAdministratorBeside(Statements sql, PersonLine person) {
        if (person.roles().contains(Role.ADMINISTRATOR) && !PersonTable.hasOtherAdministrator(sql, person.id())) {
            throw conflict(person.id(), "name another administrator first, who has signed in: this is the last one");
        }
    }

    static RuntimeException conflict(UUID id, String mend) {
        return new RegistryProblem.Conflict(People.KIND, id.toString(), mend).asException();
    }

    private static RuntimeException unknown(UUID id) {
        return new RegistryProblem.NotFound(People.KIND, id.toString()).asException();
    }
}
