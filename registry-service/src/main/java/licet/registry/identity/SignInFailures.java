package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/** Counts failed sign-ins by login and by address, over all instances. */
@Singleton
class SignInFailures {
    static final int PER_LOGIN = 5;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String FORGIVE = "UPDATE sign_in_failure SET failures = failures - 1 WHERE bucket = ?";
    private static final String COUNT = """
            INSERT INTO sign_in_failure AS f (bucket, failures, window_ends_at) VALUES (?, 1, ?)
            ON CONFLICT (bucket) DO UPDATE SET
                failures = CASE WHEN f.window_ends_at <= ? THEN 1 ELSE f.failures + 1 END,
                window_ends_at = CASE WHEN f.window_ends_at <= ? THEN excluded.window_ends_at ELSE f.window_ends_at END
            RETURNING failures, window_ends_at
            """;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    SignInFailures(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    private record Count(int failures, Instant windowEnds) {}

    /** Counts one more as if it had failed; tells how long to wait when that is too many. */
    Optional<Duration> count(SignIn.Attempt attempt) {
        var now = clock.instant();
        return database.write(sql -> {
            var login = count(sql, loginBucket(attempt), now);
            var address = count(sql, addressBucket(attempt.address()), now);
            noteLocks(sql, attempt, login, address);
            var blocked = login.failures > PER_LOGIN ? login : address.failures > PER_ADDRESS ? address : null;
            return blocked == null ? Optional.empty() : Optional.of(Duration.between(now, blocked.windowEnds));
        });
    }

    /**
     * One entry when a lock begins, none while it lasts: whoever guesses must not fill the log. A login that nobody has
     * needs no protection and leaves none.
     */
    private void noteLocks(Statements sql, SignIn.Attempt attempt, Count login, Count address) {
        if (login.failures == PER_LOGIN + 1) {
            sql.find(
                            "SELECT id FROM person WHERE lower(login) = lower(?)",
                            row -> row.getObject("id", UUID.class),
                            attempt.login())
                    .ifPresent(person -> note(person.toString(), "login", login));
        }
        noteAddress(address);
    }

    private void noteAddress(Count address) {
        if (address.failures == PER_ADDRESS + 1) {
            note("address", "address", address);
        }
    }

    private void note(String object, String by, Count count) {
        audit.append(AuditEvent.of(
                Actor.PRODUCT, "sign-in.lock", "sign-in", object, Map.of("by", by, "until", count.windowEnds)));
    }

    /** The same for a way in that asks for no login here. */
    Optional<Duration> countAddress(String address) {
        var now = clock.instant();
        return database.write(sql -> {
            var count = count(sql, addressBucket(address), now);
            noteAddress(count);
            return count.failures > PER_ADDRESS
                    ? Optional.of(Duration.between(now, count.windowEnds))
                    : Optional.empty();
        });
    }

    void forgiveAddress(String address) {
        database.write(sql -> sql.update(FORGIVE, (Object) addressBucket(address)));
    }

    /** The sign-in was good after all. */
    void forgive(SignIn.Attempt attempt) {
        database.write(sql -> {
            sql.update("DELETE FROM sign_in_failure WHERE bucket = ?", (Object) loginBucket(attempt));
            return sql.update(FORGIVE, (Object) addressBucket(attempt.address()));
        });
    }

    /** What was counted for a login of somebody whose personal data goes: its hash can be guessed. */
    void forget(Statements sql, String login) {
        var attempt = new SignIn.Attempt(login, "", "");
        sql.update("DELETE FROM sign_in_failure WHERE bucket = ?", (Object) loginBucket(attempt));
    }

    void deleteEnded() {
        database.write(sql -> sql.update("DELETE FROM sign_in_failure WHERE window_ends_at <= ?", clock.instant()));
    }

    private static Count count(Statements sql, byte[] bucket, Instant now) {
        return sql.get(
                COUNT,
                row -> new Count(row.getInt("failures"), Statements.getInstant(row, "window_ends_at")),
                bucket,
                now.plus(WINDOW),
                now,
                now);
    }

    private static byte[] loginBucket(SignIn.Attempt attempt) {
        return Sha256.of("login\n" + attempt.login().toLowerCase(Locale.ROOT));
    }

    private static byte[] addressBucket(String address) {
        return Sha256.of("address\n" + address);
    }
}
