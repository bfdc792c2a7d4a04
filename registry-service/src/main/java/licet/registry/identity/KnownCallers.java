package licet.registry.identity;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.http.SecretHash;
import licet.registry.platform.http.Standing;
import org.jspecify.annotations.Nullable;

/** Finds who stands behind a token or a session, from memory while no change touched tokens or people. */
@Singleton
final class KnownCallers implements Credentials {
    private static final int REMEMBERED = 10_000;
    private static final String TOKEN = """
            SELECT t.id, t.scope, t.name, t.expires_at, t.owner_id, p.login,
                   %s
            FROM api_token t LEFT JOIN person p ON p.id = t.owner_id
            WHERE %%s AND t.revoked_at IS NULL
              AND (t.owner_kind = 'host' OR p.state = 'active')
            """.formatted(Standings.COLUMNS);
    private static final String BY_HASH = TOKEN.formatted("t.secret_hash = ?");
    private static final String BY_ID = TOKEN.formatted("t.id = ?");

    private final Database database;
    private final Clock clock;
    private final TokenUses uses;
    private final Sessions sessions;
    private final WorkloadTokens workloads;
    private final HeadCache<SecretHash, Optional<KnownToken>> tokens;
    private final HeadCache<UUID, Optional<KnownToken>> byId;

    KnownCallers(
            Database database,
            Clock clock,
            TokenUses uses,
            Sessions sessions,
            WorkloadTokens workloads,
            HeadWatch watch) {
        this.database = database;
        this.clock = clock;
        this.uses = uses;
        this.sessions = sessions;
        this.workloads = workloads;
        var kinds = Set.of(Tokens.KIND, People.KIND, Teams.KIND);
        this.tokens = watch.cache(REMEMBERED, kinds);
        this.byId = watch.cache(REMEMBERED, kinds);
    }

    private record KnownToken(
            UUID id, Principal principal, @Nullable Instant expiresAt) {
        boolean isGoodAt(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    @Override
    public Optional<Principal> findByToken(String token) {
        var found = Secret.parse(Secret.Kind.API_TOKEN, token)
                .flatMap(secret -> tokens.get(secret.hash(), this::load))
                .or(() -> workloads.find(token).flatMap(id -> byId.get(id, this::load)))
                .filter(known -> known.isGoodAt(clock.instant()));
        found.ifPresent(known -> uses.used(known.id));
        return found.map(KnownToken::principal);
    }

    @Override
    public Optional<Principal> findBySession(String sessionId) {
        return Secret.parse(Secret.Kind.SESSION, sessionId).flatMap(sessions::find);
    }

    /** A token made before its owner became an auditor changes nothing either. */
    private static Scope scope(Scope stored, Standing owner) {
        return stored == Scope.WRITE && owner.onlyReads() ? Scope.READ : stored;
    }

    private Optional<KnownToken> load(SecretHash hash) {
        return database.read(sql -> sql.find(BY_HASH, KnownCallers::readToken, hash.bytes()));
    }

    private Optional<KnownToken> load(UUID id) {
        return database.read(sql -> sql.find(BY_ID, KnownCallers::readToken, id));
    }

    private static KnownToken readToken(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var login = row.getString("login");
        var standing = Standings.read(row);
        var principal = new Principal(
                row.getObject("owner_id", UUID.class),
                login == null ? row.getString("name") : login,
                standing,
                Set.of(scope(Scopes.parse(row.getString("scope")), standing)),
                new Principal.Via.Token(id));
        return new KnownToken(id, principal, Statements.findInstant(row, "expires_at"));
    }
}
