package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;

/** Counts failed sign-ins by login and by address, over all instances. */
@Singleton
class SignInFailures {
    static final int PER_LOGIN = 5;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String COUNT = """
            INSERT INTO sign_in_failure AS f (bucket, failures, window_ends_at) VALUES (?, 1, ?)
            ON CONFLICT (bucket) DO UPDATE SET
                failures = CASE WHEN f.window_ends_at <= ? THEN 1 ELSE f.failures + 1 END,
                window_ends_at = CASE WHEN f.window_ends_at <= ? THEN excluded.window_ends_at ELSE f.window_ends_at END
            RETURNING failures, window_ends_at
            """;

    private final Database database;
    private final Clock clock;

    SignInFailures(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Count(int failures, Instant windowEnds) {}

    /** Counts one more as if it had failed; tells how long to wait when that is too many. */
    Optional<Duration> count(SignIn.Attempt attempt) {
        var now = clock.instant();
        return database.write(sql -> {
            var login = count(sql, loginBucket(attempt), now);
            var address = count(sql, addressBucket(attempt), now);
            var blocked = login.failures > PER_LOGIN ? login : address.failures > PER_ADDRESS ? address : null;
            return blocked == null ? Optional.empty() : Optional.of(Duration.between(now, blocked.windowEnds));
        });
    }

    /** The sign-in was good after all. */
    void forgive(SignIn.Attempt attempt) {
        database.write(sql -> {
            sql.update("DELETE FROM sign_in_failure WHERE bucket = ?", (Object) loginBucket(attempt));
            return sql.update("UPDATE sign_in_failure SET failures = failures - 1 WHERE bucket = ?", (Object)
                    addressBucket(attempt));
        });
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

    private static byte[] addressBucket(SignIn.Attempt attempt) {
        return Sha256.of("address\n" + attempt.address());
    }
}
