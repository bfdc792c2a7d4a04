package licet.registry.upstream;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Role;
import licet.registry.sync.WatchHealth;
import licet.registry.sync.WatchHealths;

/** Tells administrators that a watch fails, once until it works again, and that it does. */
@Singleton
public class WatchNews {
    private static final String WATCH = "watch";
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final WatchHealths healths;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Database database;
    private final Clock clock;

    /** Since when this instance sees that a run did not begin. */
    private final Map<UUID, Instant> lateSince = new ConcurrentHashMap<>();

    WatchNews(WatchHealths healths, Alerts alerts, AuditLog audit, Database database, Clock clock) {
        this.healths = healths;
        this.alerts = alerts;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** Returns how many watches are other than they were. */
    public int look() {
        var all = healths.list();
        lateSince
                .keySet()
                .retainAll(all.stream()
                        .filter(health -> health.state().needsSomebody())
                        .map(health -> health.watch().id())
                        .toList());
        return (int) all.stream().filter(this::tell).count();
    }

    private boolean tell(WatchHealth health) {
        return switch (health.state()) {
            case FAILED -> database.write(sql -> fails(sql, health));
            case NEVER, LATE -> isLongLate(health) && database.write(sql -> fails(sql, health));
            case CURRENT -> database.write(sql -> works(sql, health));
            // A run that has begun, or that somebody stopped, says nothing yet.
            case RUNNING, STOPPED, WAITING -> false;
        };
    }

    /** After a night in which nothing ran every watch is late, and catches up by itself. */
    private boolean isLongLate(WatchHealth health) {
        var now = clock.instant();
        var since = lateSince.computeIfAbsent(health.watch().id(), _ -> now);
        return !since.plus(PATIENCE).isAfter(now);
    }

    private boolean fails(Statements sql, WatchHealth health) {
        var since = clock.instant();
        int fresh = sql.update(
                "INSERT INTO watch_trouble (watch_id, since) VALUES (?, ?)"
                        + " ON CONFLICT (watch_id) WHERE over_at IS NULL DO NOTHING",
                health.watch().id(),
                since);
        if (fresh == 1) {
            raise(sql, AlertKind.SYNC_FAILING, health, since);
        }
        return fresh == 1;
    }

    private boolean works(Statements sql, WatchHealth health) {
        var since = sql.find(
                "UPDATE watch_trouble SET over_at = ? WHERE watch_id = ? AND over_at IS NULL RETURNING since",
                row -> Statements.getInstant(row, "since"),
                clock.instant(),
                health.watch().id());
        since.ifPresent(began -> raise(sql, AlertKind.SYNC_WORKS, health, began));
        return since.isPresent();
    }

    private void raise(Statements sql, AlertKind kind, WatchHealth health, Instant since) {
        var watch = health.watch();
        Map<String, String> facts = new HashMap<>(Map.of(
                NewAlert.OF,
                since.toString(),
                "watch",
                watch.label(),
                "state",
                health.state().word(),
                "since",
                since.toString(),
                NewAlert.LINK,
                "/sync"));
        audit.append(AuditEvent.of(
                Actor.PRODUCT,
                kind.word().replaceFirst("sync-", "watch."),
                WATCH,
                watch.id().toString(),
                Map.of("state", health.state().word())));
        alerts.raise(
                sql, new NewAlert(kind, administrators(sql), WATCH, watch.id().toString(), facts));
    }

    private static Set<UUID> administrators(Statements sql) {
        return Set.copyOf(sql.list(
                "SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id"
                        + " WHERE p.state = 'active' AND r.role = ?",
                row -> row.getObject("id", UUID.class),
                Role.ADMINISTRATOR.word()));
    }
}
