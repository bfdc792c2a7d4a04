package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Language;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** What people do about their own account. */
@Singleton
public class OwnAccount {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final String PROFILE = """
            INSERT INTO person_profile (person_id, display_name, email, language) VALUES (?, ?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET display_name = excluded.display_name, email = excluded.email,
            language = excluded.language
            """;

    private final Database database;
    private final Passwords passwords;
    private final SignInFailures failures;
    private final AuditLog audit;
    private final Clock clock;

    OwnAccount(Database database, Passwords passwords, SignInFailures failures, AuditLog audit, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param language of the e-mails
     * @param hasPassword false for people who sign in elsewhere alone
     * @param hasProvider whether an identity at a provider is a way in
     */
    public record Profile(
            String login,
            String displayName,
            String email,
            Language language,
            boolean hasPassword,
            boolean hasProvider) {}

    /** @param current whether it is the one that asks */
    public record OwnSession(Instant since, Instant lastSeen, boolean current) {}

    public Profile profile(Principal caller) {
        return database.read(sql -> sql.get(
                "SELECT p.login, coalesce(f.display_name, '') AS name, coalesce(f.email, '') AS email,"
                        + " coalesce(f.language, 'en') AS language,"
                        + " EXISTS (SELECT FROM person_password w WHERE w.person_id = p.id) AS has_password,"
                        + " EXISTS (SELECT FROM person_subject s WHERE s.person_id = p.id) AS has_provider"
                        + " FROM person p LEFT JOIN person_profile f ON f.person_id = p.id WHERE p.id = ?",
                row -> new Profile(
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("email"),
                        ClosedChoice.find(Language.class, row.getString("language"))
                                .orElse(Language.ENGLISH),
                        row.getBoolean("has_password"),
                        row.getBoolean("has_provider")),
                person(caller)));
    }

    /** The newest first. */
    public List<OwnSession> sessions(Principal caller, String sessionId) {
        byte[] own = secret(sessionId).hash().bytes();
        return database.read(sql -> sql.list(
                "SELECT id_hash, created_at, last_seen_at FROM session WHERE person_id = ? AND expires_at > ?"
                        + " AND last_seen_at > ? ORDER BY created_at DESC",
                row -> new OwnSession(
                        Statements.getInstant(row, "created_at"),
                        Statements.getInstant(row, "last_seen_at"),
                        Arrays.equals(row.getBytes("id_hash"), own)),
                person(caller),
                clock.instant(),
                clock.instant().minus(Sessions.IDLE)));
    }

    /** Name and address are personal: the log knows only that they changed. */
    public void describe(String displayName, String email, String language, Principal caller) {
        var name = displayName.strip();
        var address = email.strip();
        NewPerson.nameFlaw(name).ifPresent(flaw -> {
            throw new RegistryProblem.Malformed(List.of(flaw)).asException();
        });
        if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
            throw malformed("email", "Write an address such as name@example.org, or none.");
        }
        var chosen = ClosedChoice.find(Language.class, language)
                .orElseThrow(() -> malformed("language", "Choose one of " + ClosedChoice.words(Language.class) + "."));
        var id = person(caller);
        database.write(sql -> {
            append(caller, "person.describe", Map.of());
            return sql.update(PROFILE, id, name, address.isEmpty() ? null : address, chosen.word());
        });
    }

    /** Asks for the old password, counted like sign-ins, and ends every other session. */
    public void changePassword(String old, String wanted, Principal caller, String sessionId) {
        var id = person(caller);
        // The count is apart from the one of the login: a stolen session must not lock its owner out.
        var attempt = new SignIn.Attempt("account " + id, old, "account " + id);
        failures.count(attempt).ifPresent(wait -> {
            throw new RegistryProblem.TooManyAttempts(wait).asException();
        });
        if (!passwords.matches(old, storedHash(id))) {
            throw malformed("oldPassword", "This is not the password you have now.");
        }
        failures.forgive(attempt);
        Passwords.flaw("newPassword", caller.login(), wanted).ifPresent(flaw -> {
            throw new RegistryProblem.Malformed(List.of(flaw)).asException();
        });
        var hash = passwords.hash(wanted);
        database.write(sql -> {
            sql.update(
                    "UPDATE person_password SET hash = ?, changed_at = ? WHERE person_id = ?",
                    hash,
                    clock.instant(),
                    id);
            var ended = Sessions.end(sql, id, Optional.of(secret(sessionId)));
            append(caller, "person.password", Map.of("sessionsEnded", ended));
            return ended;
        });
    }

    /** Everywhere, here as well. */
    public void endSessions(Principal caller) {
        database.write(sql -> {
            var ended = Sessions.end(sql, person(caller), Optional.empty());
            append(caller, "person.sign-out", Map.of("sessionsEnded", ended));
            return ended;
        });
    }

    private Optional<String> storedHash(UUID person) {
        return database.read(sql ->
                sql.find("SELECT hash FROM person_password WHERE person_id = ?", row -> row.getString("hash"), person));
    }

    private void append(Principal caller, String action, Map<String, ?> detail) {
        audit.append(AuditEvent.of(
                caller.actor(), action, People.KIND, person(caller).toString(), detail));
    }

    private static UUID person(Principal caller) {
        return Optional.ofNullable(caller.personId())
                .orElseThrow(() -> new RegistryProblem.Forbidden("a person").asException());
    }

    private static Secret secret(String sessionId) {
        return Secret.parse(Secret.Kind.SESSION, sessionId)
                .orElseThrow(() -> new RegistryProblem.NotAuthenticated().asException());
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }
}
