package licet.registry.release;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.alert.About;
import licet.registry.alert.RetirementAlerts;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import org.jspecify.annotations.Nullable;

/** Tells those concerned, some days ahead, that something they use is taken out of use. */
@Singleton
public class RetirementWatch {
    private static final int FARTHEST = RetirementAlerts.AHEAD.getFirst();

    private final Database database;
    private final RetirementAlerts alerts;
    private final AuditLog audit;
    private final Clock clock;
    private final String source;

    RetirementWatch(Database database, RetirementAlerts alerts, AuditLog audit, Clock clock, HubMode mode) {
        this.database = database;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
        this.source = mode.source();
    }

    private record Retiring(
            UUID id,
            String family,
            Optional<About> model,
            String name,
            LocalDate date,
            @Nullable Integer told) {
        /** The nearest distance that is reached, if nobody was told at it. */
        Optional<Integer> due(LocalDate today) {
            long left = ChronoUnit.DAYS.between(today, date);
            return RetirementAlerts.AHEAD.stream()
                    .filter(days -> left <= days)
                    .min(Integer::compareTo)
                    .filter(days -> told == null || days < told);
        }
    }

    /** Returns how many were told. */
    public int tell() {
        var today = LocalDate.now(clock);
        return database.read(sql -> retiring(sql, today)).stream()
                .mapToInt(one -> one.due(today).map(days -> tell(one, days)).orElse(0))
                .sum();
    }

    private List<Retiring> retiring(Statements sql, LocalDate today) {
        return sql.list(
                "SELECT e.id, e.family, e.model, e.note, e.first_day, e.told_days, m.id AS model_id FROM release_entry e"
                        + " LEFT JOIN model m ON m.source = ? AND m.name_lost_at IS NULL"
                        + " AND m.full_name_lower = lower(e.model) WHERE e.state = 'stands'"
                        + " AND e.kind IN ('deprecated', 'retired') AND e.first_day BETWEEN ? AND ?"
                        + " ORDER BY e.first_day, e.id",
                RetirementWatch::read,
                source,
                today,
                today.plusDays(FARTHEST));
    }

    private static Retiring read(ResultSet row) throws SQLException {
        var model = Optional.ofNullable(row.getString("model"));
        var modelId = Optional.ofNullable(row.getObject("model_id", Long.class));
        return new Retiring(
                row.getObject("id", UUID.class),
                row.getString("family"),
                modelId.flatMap(id -> model.map(name -> About.model(id, name))),
                ReleaseEvent.name(
                        model,
                        row.getString("family"),
                        Optional.of(row.getString("note")).filter(note -> !note.isEmpty())),
                row.getObject("first_day", LocalDate.class),
                row.getObject("told_days", Integer.class));
    }

    private int tell(Retiring one, int days) {
        return database.write(sql -> {
            int mine = sql.update(
                    "UPDATE release_entry SET told_days = ? WHERE id = ? AND first_day = ? AND state = 'stands'"
                            + " AND (told_days IS NULL OR told_days > ?)",
                    days,
                    one.id(),
                    one.date(),
                    days);
            if (mine == 1) {
                audit.append(AuditEvent.of(
                        Actor.PRODUCT,
                        "release.retirement-near",
                        ReleaseEntries.KIND,
                        one.id().toString(),
                        Map.of("date", one.date().toString(), "days", days)));
                alerts.raise(
                        sql,
                        new RetirementAlerts.Retirement(
                                one.model().orElseGet(() -> About.family(one.family())),
                                one.name(),
                                ReleaseEntries.KIND,
                                one.id().toString(),
                                one.date(),
                                "/releases/" + one.family()),
                        days);
            }
            return mine;
        });
    }
}
