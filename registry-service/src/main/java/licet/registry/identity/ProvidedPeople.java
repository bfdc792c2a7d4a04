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
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts of people who sign in at a provider. Each call belongs into the transaction of the sign-in. */
@Singleton
class ProvidedPeople {
    private static final Logger LOG = LoggerFactory.getLogger(ProvidedPeople.class);
    private static final String FIND = """
            SELECT p.id, p.state = 'active' AS active
            FROM person_subject s JOIN person p ON p.id = s.person_id
            WHERE s.issuer = ? AND s.subject = ? FOR UPDATE OF p
            """;
    private static final String CREATE = """
            INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)
            ON CONFLICT DO NOTHING
            """;
    private static final String PROFILE = """
            INSERT INTO person_profile (person_id, display_name, email) VALUES (?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET display_name = excluded.display_name, email = excluded.email
            """;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    ProvidedPeople(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    record Known(UUID id, boolean active) {}

    /** Whether the groups give somebody no right to administer, who may have had it. */
    private static boolean takesAdministration(ProvidedIdentity identity) {
        return identity.grant() instanceof ProvidedIdentity.Grant.Exactly(var duties)
                && !duties.roles().contains(Role.ADMINISTRATOR);
    }

    /** Locks the person, so that a deactivation at the same moment comes before or after. */
    Optional<Known> find(ProvidedIdentity identity) {
        return database.write(sql -> {
            if (takesAdministration(identity)) {
                PersonTable.lockAdministrators(sql);
            }
            return sql.find(
                    FIND,
                    row -> new Known(row.getObject("id", UUID.class), row.getBoolean("active")),
                    identity.issuer(),
                    identity.subject());
        });
    }

    /** Empty when somebody has that login already. Whose account it is was never proved, so it is not touched. */
    Optional<UUID> create(ProvidedIdentity identity, String login, Duties duties) {
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        return database.write(sql -> {
            if (sql.update(CREATE, id, login, now) == 0) {
                return Optional.empty();
            }
            sql.update(
                    "INSERT INTO person_subject (issuer, subject, person_id, created_at) VALUES (?, ?, ?, ?)",
                    identity.issuer(),
                    identity.subject(),
                    id,
                    now);
            writeProfile(sql, id, identity);
            insert(sql, id, duties);
            append(id, "person.create", Map.of("duties", words(duties), "by", "provider"));
            return Optional.of(id);
        });
    }

    /** Takes over what the provider says now. Returns what the person may do from here on. */
    Duties refresh(Known person, ProvidedIdentity identity) {
        return database.write(sql -> {
            writeProfile(sql, person.id(), identity);
            var before = load(sql, person.id());
            return switch (identity.grant()) {
                case ProvidedIdentity.Grant.AtFirst _ -> before;
                case ProvidedIdentity.Grant.Exactly(var duties) ->
                    replace(sql, person.id(), before, keepingAdministrator(sql, person.id(), before, duties));
            };
        });
    }

    /** A group that was renamed at the provider must not leave an installation that nobody can run. */
    private static Duties keepingAdministrator(Statements sql, UUID person, Duties before, Duties after) {
        boolean goes =
                before.roles().contains(Role.ADMINISTRATOR) && !after.roles().contains(Role.ADMINISTRATOR);
        if (!goes || PersonTable.hasOtherAdministrator(sql, person)) {
            return after;
        }
        LOG.warn(
                "The groups of person {} no longer give the role administrator. It stays: there is no other one",
                person);
        return after.with(Role.ADMINISTRATOR);
    }

    private Duties replace(Statements sql, UUID person, Duties before, Duties after) {
        if (!before.equals(after)) {
            sql.update("DELETE FROM person_role WHERE person_id = ?", person);
            sql.update("DELETE FROM person_review_topic WHERE person_id = ?", person);
            insert(sql, person, after);
            append(person, "person.roles", Map.of("before", words(before), "after", words(after), "by", "provider"));
        }
        return after;
    }

    private void append(UUID person, String action, Map<String, ?> detail) {
        audit.append(AuditEvent.of(Actor.PRODUCT, action, People.KIND, person.toString(), detail));
    }

    private static void writeProfile(Statements sql, UUID person, ProvidedIdentity identity) {
        sql.update(PROFILE, person, identity.displayName(), identity.email().orElse(null));
    }

    private static Duties load(Statements sql, UUID person) {
        var standing =
                sql.get("SELECT " + Standings.COLUMNS + " FROM person p WHERE p.id = ?", Standings::read, person);
        return new Duties(standing.roles(), standing.topics());
    }

    private static void insert(Statements sql, UUID person, Duties duties) {
        sql.batch("INSERT INTO person_role (person_id, role) VALUES (?, ?)", rows(person, duties.roles()));
        sql.batch("INSERT INTO person_review_topic (person_id, topic) VALUES (?, ?)", rows(person, duties.topics()));
    }

    private static List<Object[]> rows(UUID person, Set<? extends ClosedChoice> choices) {
        return choices.stream()
                .map(choice -> new Object[] {person, choice.word()})
                .toList();
    }

    private static Map<String, List<String>> words(Duties duties) {
        return Map.of("roles", words(duties.roles()), "topics", words(duties.topics()));
    }

    private static List<String> words(Set<? extends ClosedChoice> choices) {
        return choices.stream().map(ClosedChoice::word).sorted().toList();
    }
}
