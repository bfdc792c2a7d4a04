package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.problem.FieldError;

/** How a person comes to an own password that no administrator ever knows. */
@Singleton
@Transactional
public class PersonLinks {
    static final Duration GOOD_FOR = Duration.ofHours(72);
    private static final String OPEN = """
            SELECT p.id, p.login FROM person_link l JOIN person p ON p.id = l.person_id AND p.state = 'active'
            WHERE l.hash = ? AND l.closed_at IS NULL AND l.expires_at > ?
            """;
    private static final String SET_PASSWORD = """
            INSERT INTO person_password (person_id, hash, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at
            """;

    private final Database database;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    PersonLinks(Database database, Passwords passwords, Sessions sessions, AuditLog audit, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the use of a link ended. */
    public sealed interface Result {
        /** The person has a password and is signed in under this session id. */
        record Done(String sessionId) implements Result {
            @Override
            public String toString() {
                return "Done[…]";
            }
        }

        /** The link was used, replaced, is too old or never was one. */
        record LinkClosed() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }

    private record Invited(UUID id, String login) {}

    /** In the transaction of the caller. An earlier link of the person stops working. */
    IssuedLink issue(Statements sql, UUID person) {
        var now = clock.instant();
        var secret = Secret.random(Secret.Kind.INVITATION);
        close(sql, person);
        sql.update(
                "INSERT INTO person_link (hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                secret.hash().bytes(),
                person,
                now,
                now.plus(GOOD_FOR));
        return new IssuedLink(person, secret.text(), now.plus(GOOD_FOR));
    }

    void close(Statements sql, UUID person) {
        sql.update(
                "UPDATE person_link SET closed_at = ? WHERE person_id = ? AND closed_at IS NULL",
                clock.instant(),
                person);
    }

    /** The login of the person for whom this link is; empty when it is closed. */
    @Transactional(readOnly = true)
    public Optional<String> findLogin(String link) {
        return Secret.parse(Secret.Kind.INVITATION, link)
                .flatMap(secret -> database.read(sql -> find(sql, secret, "")))
                .map(Invited::login);
    }

    public Result complete(String link, String password) {
        var secret = Secret.parse(Secret.Kind.INVITATION, link);
        // The row lock lets one of two simultaneous forms be the one that counts.
        var invited = secret.flatMap(known -> database.write(sql -> find(sql, known, " FOR UPDATE")));
        if (invited.isEmpty()) {
            return new Result.LinkClosed();
        }
        var person = invited.get();
        var flaw = Passwords.flaw("password", person.login(), password);
        if (flaw.isPresent()) {
            return new Result.Invalid(List.of(flaw.get()));
        }
        var hash = passwords.hash(password);
        database.write(sql -> {
            close(sql, person.id());
            return sql.update(SET_PASSWORD, person.id(), hash, clock.instant());
        });
        var id = person.id().toString();
        audit.append(AuditEvent.of(new Actor.Person(person.id()), "person.join", People.KIND, id, Map.of()));
        return new Result.Done(sessions.open(person.id()).text());
    }

    private Optional<Invited> find(Statements sql, Secret secret, String lock) {
        return sql.find(
                OPEN + lock,
                row -> new Invited(row.getObject("id", UUID.class), row.getString("login")),
                secret.hash().bytes(),
                clock.instant());
    }
}
