package licet.registry.identity;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.SecretHash;
import licet.registry.platform.http.Standing;

/** Signed-in browsers. Each session ends after a working day, and earlier when nobody uses it. */
@Singleton
class Sessions {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofHours(2);
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final String KIND = "session";
    private static final int REMEMBERED = 10_000;
    private static final String LOAD = """
            SELECT s.person_id, s.expires_at, s.last_seen_at, p.login,
                   %s
            FROM session s JOIN person p ON p.id = s.person_id AND p.state = 'active'
            WHERE s.id_hash = ?
            """.formatted(Standings.COLUMNS);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final HeadCache<SecretHash, Optional<Known>> known;

    Sessions(Database database, AuditLog audit, Clock clock, HeadWatch watch) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.known = watch.cache(REMEMBERED, Set.of(KIND, People.KIND, Teams.KIND));
    }

    private record Known(UUID person, String login, Standing standing, Instant expiresAt, Instant lastSeen) {
        boolean isGoodAt(Instant now) {
            return now.isBefore(expiresAt) && now.isBefore(lastSeen.plus(IDLE));
        }

        Principal principal(Secret id) {
            return new Principal(person, login, standing, Set.of(), new Principal.Via.Session(FormToken.of(id.text())));
        }
    }

    /** Always under a new id: one that a stranger planted before is worth nothing afterward. */
    Secret open(UUID person) {
        return database.write(sql -> {
            var id = Secret.random(Secret.Kind.SESSION);
            var now = clock.instant();
            sql.update(
                    "INSERT INTO session (id_hash, person_id, created_at, last_seen_at, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    id.hash().bytes(),
                    person,
                    now,
                    now,
                    now.plus(LONGEST));
            sql.update("UPDATE person SET last_sign_in_at = ? WHERE id = ?", now, person);
            append("session.open", person);
            return id;
        });
    }

    void close(Secret id) {
        database.write(sql -> {
            var owner = sql.find(
                    "DELETE FROM session WHERE id_hash = ? RETURNING person_id",
                    row -> row.getObject("person_id", UUID.class),
                    (Object) id.hash().bytes());
            owner.ifPresent(person -> append("session.close", person));
            return owner;
        });
    }

    /** Every session of a person, but for one to keep. The caller's audit entry about the person ends them in memory. */
    static int end(Statements sql, UUID person, Optional<Secret> keep) {
        return sql.update(
                "DELETE FROM session WHERE person_id = ? AND id_hash <> ?",
                person,
                keep.map(secret -> secret.hash().bytes()).orElseGet(() -> new byte[0]));
    }

    /** Every browser of one person, for instance when nothing is left that the person may do. */
    void closeAll(UUID person) {
        database.write(sql -> {
            var closed = end(sql, person, Optional.empty());
            if (closed > 0) {
                append("session.close", person);
            }
            return closed;
        });
    }

    Optional<Principal> find(Secret id) {
        var hash = id.hash();
        var now = clock.instant();
        var session = known.get(hash, this::load);
        if (session.isPresent() && !now.isBefore(session.get().lastSeen.plus(TOUCH))) {
            // Another instance may have seen it since: the table knows, memory does not.
            known.forget(hash);
            session = load(hash).filter(s -> s.isGoodAt(now));
            session.ifPresent(s -> touch(hash, now));
        }
        return session.filter(s -> s.isGoodAt(now)).map(s -> s.principal(id));
    }

    /** Not audited: being seen changes nothing that anybody can be asked about. */
    void deleteExpired() {
        var now = clock.instant();
        database.write(sql ->
                sql.update("DELETE FROM session WHERE expires_at <= ? OR last_seen_at <= ?", now, now.minus(IDLE)));
    }

    private void append(String action, UUID person) {
        audit.append(AuditEvent.of(new Actor.Person(person), action, KIND, person.toString(), Map.of()));
    }

    private void touch(SecretHash hash, Instant now) {
        database.write(sql -> sql.update("UPDATE session SET last_seen_at = ? WHERE id_hash = ?", now, hash.bytes()));
    }

    private Optional<Known> load(SecretHash hash) {
        return database.read(sql -> sql.find(LOAD, Sessions::read, (Object) hash.bytes()));
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("person_id", UUID.class),
                row.getString("login"),
                Standings.read(row),
                Statements.getInstant(row, "expires_at"),
                Statements.getInstant(row, "last_seen_at"));
    }
}
