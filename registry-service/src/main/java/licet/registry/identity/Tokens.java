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

    /** The caller answers for the token: when that person leaves, it stops working. */
    public IssuedToken create(NewToken wanted, Principal by) {
        var issued = database.write(sql -> TokenIssuer.insert(sql, clock.instant(), wanted, by.personId()));
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

    /** At once: the next request with it is refused, on this instance now and on others within two seconds. */
    public void revoke(UUID id, Principal by) {
        var token = repository
                .findById(id)
                .filter(found -> mayRevoke(found.toRecord(), by))
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
        if (token.revoke(clock.instant())) {
            audit.append(AuditEvent.of(by.actor(), "token.revoke", KIND, id.toString(), Map.of()));
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
