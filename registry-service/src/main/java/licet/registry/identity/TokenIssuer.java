package licet.registry.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditChain;
import licet.registry.platform.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Makes tokens over a plain connection, for the command line on the host that owns the data. */
public final class TokenIssuer {
    private final Connection connection;
    private final Clock clock;

    public TokenIssuer(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** In a transaction of its own, which is committed when this returns. */
    public IssuedToken issueForHost(NewToken wanted) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var issued = insert(new Statements(connection), clock.instant(), wanted, Owner.HOST);
            AuditChain.append(connection, clock, List.of(created(Actor.HOST, issued, wanted)));
            connection.commit();
            return issued;
        } finally {
            connection.rollback();
        }
    }

    /** @param madeWith the token with which a program made this one */
    record Owner(@Nullable UUID person, @Nullable UUID madeWith) {
        static final Owner HOST = new Owner(null, null);
    }

    static IssuedToken insert(Statements sql, Instant now, NewToken wanted, Owner owner) {
        var secret = Secret.random(Secret.Kind.API_TOKEN);
        var id = TimeOrderedId.at(now);
        sql.update(
                "INSERT INTO api_token (id, name, prefix, secret_hash, scope, owner_kind, owner_id, created_at,"
                        + " expires_at, made_with, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                id,
                wanted.name(),
                secret.prefix(),
                secret.hash().bytes(),
                wanted.scope().word(),
                owner.person() == null ? "host" : "person",
                owner.person(),
                now,
                wanted.expiresAt(),
                owner.madeWith());
        return new IssuedToken(id, secret.text());
    }

    /** Names of tokens are chosen by people, and the log outlives every name: it stands in the row alone. */
    static AuditEvent created(Actor by, IssuedToken issued, NewToken wanted) {
        var detail = new TreeMap<String, @Nullable Object>();
        detail.put("scope", wanted.scope().word());
        detail.put("expiresAt", wanted.expiresAt());
        return AuditEvent.of(by, "token.create", Tokens.KIND, issued.id().toString(), detail);
    }
}
