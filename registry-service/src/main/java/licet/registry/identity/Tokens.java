package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** Bearer tokens of programs, as people administer them. */
@Singleton
@Transactional
public class Tokens {
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

    /** At once: the next request with it is refused, on this instance now and on others within two seconds. */
    public void revoke(UUID id, Principal by) {
        var token = repository
                .findById(id)
                .orElseThrow(() -> new RegistryProblem.NotFound(KIND, id.toString()).asException());
        if (token.revoke(clock.instant())) {
            audit.append(AuditEvent.of(by.actor(), "token.revoke", KIND, id.toString(), Map.of()));
        }
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list() {
        return repository.listOrderByCreatedAtDesc().stream()
                .map(ApiTokenEntity::toRecord)
                .toList();
    }
}
