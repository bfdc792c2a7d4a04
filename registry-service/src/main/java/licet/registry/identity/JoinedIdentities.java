package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/**
 * Gives an account a way in by a provider as well. Only the person can: signed in here, and come back from the provider.
 * Equal names or addresses prove nothing and are not looked at.
 */
@Singleton
@Transactional
public class JoinedIdentities {
    private static final String FIND = "SELECT person_id FROM person_subject WHERE issuer = ? AND subject = ?";
    private static final String ADD = """
            INSERT INTO person_subject (issuer, subject, person_id, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    JoinedIdentities(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it ended. */
    public enum Result {
        JOINED,
        /** The identity belongs to another account, which is left as it is. */
        OF_ANOTHER,
        /** The account has another identity at the same provider. */
        HAS_ANOTHER,
        /** The person left meanwhile. */
        GONE
    }

    public Result join(UUID person, ProvidedIdentity identity) {
        return database.write(sql -> {
            if (!isActive(sql, person)) {
                return Result.GONE;
            }
            if (sql.update(ADD, identity.issuer(), identity.subject(), person, clock.instant()) == 1) {
                // The subject names a person and stays out of the log; the row can be erased.
                audit.append(AuditEvent.of(
                        new Actor.Person(person),
                        "person.identity",
                        People.KIND,
                        person.toString(),
                        Map.of("issuer", identity.issuer())));
                return Result.JOINED;
            }
            return owner(sql, identity)
                    .map(owner -> owner.equals(person) ? Result.JOINED : Result.OF_ANOTHER)
                    .orElse(Result.HAS_ANOTHER);
        });
    }

    /** Locked, so that a deactivation at the same moment comes before or after. */
    private static boolean isActive(Statements sql, UUID person) {
        return sql.find(
                        "SELECT 1 FROM person WHERE id = ? AND state = 'active' FOR NO KEY UPDATE",
                        row -> row.getInt(1),
                        person)
                .isPresent();
    }

    private static Optional<UUID> owner(Statements sql, ProvidedIdentity identity) {
        return sql.find(FIND, row -> row.getObject("person_id", UUID.class), identity.issuer(), identity.subject());
    }
}
