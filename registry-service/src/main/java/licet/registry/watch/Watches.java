package licet.registry.watch;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.problem.RegistryProblem;

/** The watches of this instance's Hub. */
@Singleton
public class Watches {
    private static final String KIND = "watch";
    private static final String SELECT =
            "SELECT id, kind, subject, words, tier, every_hours, next_at, created_at FROM watch";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final String source;

    Watches(Database database, AuditLog audit, Clock clock, HubMode mode) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.source = mode.source();
    }

    /** The first run of a new watch is due at once. Refused as a conflict where the same is watched already. */
    public Watch create(Watch.Wish wish, Actor actor) {
        var target = wish.target();
        return database.write(sql -> insert(sql, wish, actor, clock.instant())
                .map(id -> get(sql, id))
                .orElseThrow(() ->
                        new RegistryProblem.Conflict(KIND, label(target), "end the other watch first").asException()));
    }

    /** Watches each that is not watched yet, all or none of them. Returns how many were new. */
    public int createMissing(List<Watch.Wish> wishes, Actor actor) {
        return database.write(sql -> (int) wishes.stream()
                .filter(wish -> insert(sql, wish, actor, clock.instant()).isPresent())
                .count());
    }

    /**
     * Watches each that was never watched: what somebody ended stays ended.
     *
     * @param firstAt when the first run is due
     */
    public int createNew(List<Watch.Wish> wishes, Instant firstAt, Actor actor) {
        return database.write(sql -> (int) wishes.stream()
                .filter(wish -> !wasWatched(sql, wish.target()))
                .filter(wish -> insert(sql, wish, actor, firstAt).isPresent())
                .count());
    }

    private boolean wasWatched(Statements sql, Target target) {
        return sql.find(
                        "SELECT 1 FROM watch WHERE source = ? AND kind = ? AND lower(subject) = lower(?)"
                                + " AND lower(words) = lower(?) LIMIT 1",
                        row -> true,
                        source,
                        target.kind(),
                        target.subject(),
                        target.words())
                .isPresent();
    }

    /** Empty where the same is watched already. */
    private Optional<UUID> insert(Statements sql, Watch.Wish wish, Actor actor, Instant firstAt) {
        Instant now = clock.instant();
        var target = wish.target();
        var id = TimeOrderedId.at(now);
        int rows = sql.update(
                "INSERT INTO watch (id, source, kind, subject, words, tier, every_hours, next_at, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                source,
                target.kind(),
                target.subject(),
                target.words(),
                wish.tier().word(),
                wish.every().toHours(),
                firstAt,
                now);
        if (rows == 0) {
            return Optional.empty();
        }
        audit.append(AuditEvent.of(
                actor,
                "watch.create",
                KIND,
                id.toString(),
                Map.of(
                        "kind", target.kind(),
                        "subject", target.subject(),
                        "words", target.words(),
                        "tier", wish.tier().word(),
                        "hours", wish.every().toHours())));
        return Optional.of(id);
    }

    /** Ends a watch; what it found stays on record. */
    public void end(UUID id, Actor actor) {
        database.write(sql -> {
            int rows = sql.update(
                    "UPDATE watch SET ended_at = ? WHERE id = ? AND source = ? AND ended_at IS NULL",
                    clock.instant(),
                    id,
                    source);
            if (rows == 0) {
                throw missing(id);
            }
            audit.append(AuditEvent.of(actor, "watch.end", KIND, id.toString(), Map.of()));
            return rows;
        });
    }

    public List<Watch> list() {
        return database.read(sql -> sql.list(
                SELECT + " WHERE source = ? AND ended_at IS NULL ORDER BY created_at, id", Watches::read, source));
    }

    public Watch get(UUID id) {
        return database.read(sql -> get(sql, id));
    }

    private Watch get(Statements sql, UUID id) {
        return sql.find(SELECT + " WHERE id = ? AND source = ? AND ended_at IS NULL", Watches::read, id, source)
                .orElseThrow(() -> missing(id));
    }

    /** Also when it has ended: a run of it may still be under way. */
    public Optional<Watch> findAny(UUID id) {
        return database.read(sql -> sql.find(SELECT + " WHERE id = ? AND source = ?", Watches::read, id, source));
    }

    /** Those whose next run is due, the longest waiting first. */
    public List<Watch> listDue() {
        return database.read(sql -> sql.list(
                SELECT + " WHERE source = ? AND ended_at IS NULL AND next_at <= ? ORDER BY next_at, id",
                Watches::read,
                source,
                clock.instant()));
    }

    /** Puts the next run one interval away from now. */
    public void postpone(Statements sql, Watch watch) {
        sql.update("UPDATE watch SET next_at = ? WHERE id = ?", clock.instant().plus(watch.every()), watch.id());
    }

    private static Watch read(ResultSet row) throws SQLException {
        return new Watch(
                row.getObject("id", UUID.class),
                Target.of(row.getString("kind"), row.getString("subject"), row.getString("words")),
                ClosedChoice.find(Tier.class, row.getString("tier")).orElseThrow(),
                Duration.ofHours(row.getInt("every_hours")),
                Statements.getInstant(row, "next_at"),
                Statements.getInstant(row, "created_at"));
    }

    private static String label(Target target) {
        return (target.kind() + " " + target.subject() + " " + target.words()).strip();
    }

    private static RuntimeException missing(UUID id) {
        return new RegistryProblem.NotFound(KIND, id.toString()).asException();
    }
}
