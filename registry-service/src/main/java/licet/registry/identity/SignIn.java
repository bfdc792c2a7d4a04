package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Opens and closes sessions. */
@Singleton
public class SignIn {
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInFailures failures;
    private final SignInWays ways;

    SignIn(People people, Passwords passwords, Sessions sessions, SignInFailures failures, SignInWays ways) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.failures = failures;
        this.ways = ways;
    }

    /** What the form sent, and from where. */
    public record Attempt(String login, String password, String address) {
        public Attempt {
            login = login.strip();
        }

        @Override
        public String toString() {
            return "Attempt[" + address + "]";
        }
    }

    /** How it ended. */
    public sealed interface Result {
        /** The value for the session cookie. */
        record SignedIn(String sessionId) implements Result {
            @Override
            public String toString() {
                return "SignedIn[…]";
            }
        }

        /** Which of the two was wrong is not told. */
        record Refused() implements Result {}

        record TooManyAttempts(Duration retryAfter) implements Result {}
    }

    /** An older session of the same browser ends here, so that nothing known before the sign-in stays good. */
    public Result signIn(Attempt attempt, Optional<String> olderSession) {
        if (!ways.password()) {
            return new Result.Refused();
        }
        // Counted before the password is looked at: attempts at the same time cannot outrun the count.
        var wait = failures.count(attempt);
        if (wait.isPresent()) {
            return new Result.TooManyAttempts(wait.get());
        }
        var account = people.findActive(attempt.login());
        var hash = account.flatMap(People.Account::passwordHash);
        if (!passwords.matches(attempt.password(), hash) || account.isEmpty()) {
            return new Result.Refused();
        }
        failures.forgive(attempt);
        olderSession.ifPresent(this::signOut);
        return new Result.SignedIn(sessions.open(account.get().id()).text());
    }

    public void signOut(String sessionId) {
        Secret.parse(Secret.Kind.SESSION, sessionId).ifPresent(sessions::close);
    }
}
