package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;

/** Bearer tokens of programs, as people administer them. */
@Singleton
@Transactional
public class Tokens {
    public static final int LONGEST_DAYS = 366;
    static final String KIND = "token";

    private static final String REVOKE_MADE = """
            WITH RECURSIVE made AS (
                SELECT id FROM api_token WHERE made_with = ?
                UNION SELECT t.id FROM api_token t JOIN made m ON t.made_with = m.id)
            UPDATE api_token SET revoked_at = ?, version = version + 1
            WHERE id IN (SELECT id FROM made) AND revoked_at IS NULL RETURNING id
            """;

    private final ApiTokenRepository repository;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    Tokens(ApiTokenRepository repository, Database database, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The caller answers for the token: when that person leaves, it stops working. A token that makes one hands on what it
     * has itself, in scope and time, and no more.
     */
    public IssuedToken create(NewToken wanted, Principal by) {
        requirePerson(by);
        var issued = database.write(sql -> {
            var maker = MakingToken.lock(sql, by);
            maker.ifPresent(token -> token.check(wanted, by));
            var owner = new TokenIssuer.Owner(
                    by.personId(), maker.map(MakingToken::id).orElse(null));
            return TokenIssuer.insert(sql, clock.instant(), wanted, owner);
        });
        audit.append(TokenIssuer.created(by.actor(), issued, wanted));
        return issued;
    }

    /** A token that people make on the page: it always ends, and never does more than its owner may. */
    public IssuedToken create(String name, Scope scope, int days, Principal by) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new RegistryProblem.Malformed("days", Integer.toString(days), "Use 1 to " + LONGEST_DAYS + " days.")
                    .asException();
        }
        if (scope == Scope.WRITE && by.standing().onlyReads()) {
            throw new RegistryProblem.Malformed("scope", scope.word(), "Use read or gate: auditors change nothing.")
                    .asException();
        }
        return create(new NewToken(name, scope, clock.instant().plus(Duration.ofDays(days))), by);
    }

    /**
     * At once, with every token that was made with it: the next request with one is refused, on this instance now and on
     * others within two seconds.
     */
    public void revoke(UUID id, Principal by) {
        var token = repository
                .findById(id)
                .filter(found -> mayRevoke(found.toRecord(), by))
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
        if (token.revoke(clock.instant())) {
            audit.append(AuditEvent.of(by.actor(), "token.revoke", KIND, id.toString(), Map.of()));
        }
        var made = database.write(sql -> {
            // Whoever makes one with it at this moment holds the row until the new one can be seen here.
            sql.list("SELECT id FROM api_token WHERE id = ? FOR NO KEY UPDATE", row -> row.getObject(1), id);
            return sql.list(REVOKE_MADE, row -> row.getObject("id", UUID.class), id, clock.instant());
        });
        made.forEach(child -> audit.append(
                AuditEvent.of(by.actor(), "token.revoke", KIND, child.toString(), Map.of("madeWith", id))));
    }

    /** A token of the host belongs to nobody: the command line makes and ends those. */
    static void requirePerson(Principal by) {
        if (by.personId() == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
    }

    /** Own ones, and every one for administrators; to others there is no such token. */
    private static boolean mayRevoke(ApiToken token, Principal by) {
        return by.has(Role.ADMINISTRATOR)
                || by.personId() != null && by.personId().equals(token.ownerId());
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> listOf(Principal owner) {
        return list().stream()
                .filter(token -> owner.personId() != null && owner.personId().equals(token.ownerId()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list() {
        return repository.listOrderByCreatedAtDesc().stream()
                .map(ApiTokenEntity::toRecord)
                .toList();
    }
}
