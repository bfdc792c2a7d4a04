package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.FieldError;

/** The way in for the very first person: a link that the start prints and that works once. */
@Singleton
@Transactional
public class SetupLinks {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final Database database;
    private final People people;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    SetupLinks(Database database, People people, Sessions sessions, AuditLog audit, Clock clock) {
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a set-up ended. */
    public sealed interface Result {
        /** The first administrator exists and is signed in under this session id. */
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

    /** The secret part of a new link, while nobody has an account. Earlier links stop working. */
    public Optional<String> issueIfNoPeople() {
        if (people.hasAny()) {
            return Optional.empty();
        }
        var secret = Secret.random(Secret.Kind.SETUP);
        var now = clock.instant();
        database.write(sql -> {
            sql.update("UPDATE setup_link SET closed_at = ? WHERE closed_at IS NULL", now);
            return sql.update(
                    "INSERT INTO setup_link (hash, created_at, expires_at) VALUES (?, ?, ?)",
                    secret.hash().bytes(),
                    now,
                    now.plus(GOOD_FOR));
        });
        audit.append(AuditEvent.of(Actor.PRODUCT, "setup-link.issue", "setup-link", "first", Map.of()));
        return Optional.of(secret.text());
    }

    /** Whether to show the form. */
    @Transactional(readOnly = true)
    public boolean isOpen(String link) {
        return Secret.parse(Secret.Kind.SETUP, link)
                .map(secret -> database.read(sql -> find(sql, secret, "")) && !people.hasAny())
                .orElse(false);
    }

    public Result complete(String link, NewPerson wanted) {
        var secret = Secret.parse(Secret.Kind.SETUP, link);
        // The row lock lets only one of two simultaneous forms be the first.
        if (secret.isEmpty() || !database.write(sql -> find(sql, secret.get(), " FOR UPDATE")) || people.hasAny()) {
            return new Result.LinkClosed();
        }
        var flaws = wanted.flaws();
        if (!flaws.isEmpty()) {
            return new Result.Invalid(flaws);
        }
        database.write(sql -> sql.update(
                "UPDATE setup_link SET closed_at = ? WHERE hash = ?",
                clock.instant(),
                secret.get().hash().bytes()));
        var person = people.create(wanted, Set.of(Role.ADMINISTRATOR));
        return new Result.Done(sessions.open(person).text());
    }

    private boolean find(Statements sql, Secret secret, String lock) {
        return sql.find(
                        "SELECT 1 FROM setup_link WHERE hash = ? AND closed_at IS NULL AND expires_at > ?" + lock,
                        _ -> true,
                        secret.hash().bytes(),
                        clock.instant())
                .isPresent();
    }
}
