package licet.registry.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/**
 * Erases the personal data of people who left. What they did stays: decisions, instruments and the audit chain name an
 * id, and what the id leads to is a pseudonym from here on. There is no way back.
 */
@Singleton
public class Erasures {
    public static final int LONGEST_REASON = 500;

    private final Database database;
    private final List<PersonalTraces> traces;
    private final AuditLog audit;
    private final Clock clock;

    Erasures(Database database, List<PersonalTraces> traces, AuditLog audit, Clock clock) {
        this.database = database;
        this.traces = List.copyOf(traces);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an administrator sends.
     *
     * @param login of the person, typed as a proof that this one is meant
     * @param reason stays in the audit log and therefore must not name the person
     */
    public record Wish(String login, String reason) {
        public Wish {
            login = login.strip();
            reason = reason.strip();
        }
    }

    private record Profile(String name, Optional<String> email) {}

    /**
     * In one transaction, under the lock of the person.
     *
     * @throws licet.registry.platform.problem.ProblemException forbidden, a conflict while the person can still come in,
     *     or malformed with {@code login} or {@code reason}
     */
    public void erase(UUID id, Wish wish, Principal by) {
        PeopleDesk.require(by);
        PeopleDesk.requireOther(id, by);
        database.write(sql -> {
            var person = PeopleDesk.lock(sql, id);
            if (person.state() != PersonLine.State.DEACTIVATED) {
                throw PeopleDesk.conflict(id, "deactivate the person first, so that open work is handed over");
            }
            var words = words(sql, person);
            check(wish, person, words);
            var pseudonym = Pseudonym.of(id, login -> isTaken(sql, login));
            int tokens = revokeTokens(sql, id);
            int sessions = Sessions.end(sql, id, Optional.empty());
            var erased = new PersonalTraces.Erased(id, words, pseudonym.name());
            int rows =
                    traces.stream().mapToInt(trace -> trace.erase(sql, erased)).sum();
            sql.update(
                    "UPDATE person SET login = ?, state = 'erased', last_sign_in_at = NULL, version = version + 1"
                            + " WHERE id = ?",
                    pseudonym.login(),
                    id);
            append(
                    by,
                    id,
                    wish.reason(),
                    Map.of(
                            "pseudonym",
                            pseudonym.name(),
                            "tokensRevoked",
                            tokens,
                            "sessionsEnded",
                            sessions,
                            "rows",
                            rows));
            return rows;
        });
    }

    private int revokeTokens(Statements sql, UUID id) {
        return sql.update(
                "UPDATE api_token SET revoked_at = ?, version = version + 1 WHERE owner_id = ? AND revoked_at IS NULL",
                clock.instant(),
                id);
    }

    private static Set<String> words(Statements sql, PersonLine person) {
        var profile = sql.find(
                "SELECT display_name, email FROM person_profile WHERE person_id = ?",
                row -> new Profile(row.getString("display_name"), Optional.ofNullable(row.getString("email"))),
                person.id());
        return Stream.concat(
                        Stream.of(person.login()),
                        profile.stream()
                                .flatMap(known -> Stream.concat(Stream.of(known.name()), known.email().stream())))
                .filter(word -> !word.isBlank())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean isTaken(Statements sql, String login) {
        return sql.find("SELECT 1 FROM person WHERE lower(login) = lower(?)", row -> row.getInt(1), login)
                .isPresent();
    }

    private static void check(Wish wish, PersonLine person, Set<String> words) {
        if (!wish.login().equalsIgnoreCase(person.login())) {
            throw malformed("login", "Type the login of the person whose data is to be erased.");
        }
        if (wish.reason().isEmpty() || wish.reason().length() > LONGEST_REASON) {
            throw malformed("reason", "Say why, in at most " + LONGEST_REASON + " characters.");
        }
        var reason = wish.reason().toLowerCase(Locale.ROOT);
        if (words.stream().anyMatch(word -> names(reason, word))) {
            throw malformed("reason", "Say why without naming the person: the reason stays in the audit log.");
        }
    }

    /** As words of their own: somebody called Al is not named by every legal reason. */
    private static boolean names(String reason, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(reason)
                .find();
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }

    private void append(Principal by, UUID id, String reason, Map<String, ?> detail) {
        audit.append(AuditEvent.of(by.actor(), "person.erase", People.KIND, id.toString(), detail)
                .because(reason));
    }
}
