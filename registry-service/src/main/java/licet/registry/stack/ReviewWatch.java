package licet.registry.stack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import org.jspecify.annotations.Nullable;

/** Tells the team of a stack, some days ahead and when its day has come, that it is to be reviewed. */
@Singleton
class ReviewWatch {
    private static final List<Integer> AHEAD = List.of(14, 3, 0);

    private final Database database;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Clock clock;

    ReviewWatch(Database database, Alerts alerts, AuditLog audit, Clock clock) {
        this.database = database;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    private record Due(
            UUID id,
            String stack,
            UUID team,
            LocalDate day,
            @Nullable Integer told) {
        /** The nearest distance that is reached, if nobody was told at it. */
        Optional<Integer> distance(LocalDate today) {
            long left = ChronoUnit.DAYS.between(today, day);
            return AHEAD.stream()
                    .filter(days -> left <= days)
                    .min(Integer::compareTo)
                    .filter(days -> told == null || days < told);
        }
    }

    /** Returns how many were told. */
    int tell() {
        var today = LocalDate.now(clock);
        return database
                .read(sql -> sql.list(
                        "SELECT r.id, s.key, s.team_id, r.due, r.told_days FROM stack_review r"
                                + " JOIN stack s ON s.id = r.stack_id WHERE r.state IN ('scheduled', 'open')"
                                + " AND r.due <= ? ORDER BY r.due, r.id",
                        row -> new Due(
                                row.getObject("id", UUID.class),
                                row.getString("key"),
                                row.getObject("team_id", UUID.class),
                                row.getObject("due", LocalDate.class),
                                row.getObject("told_days", Integer.class)),
                        today.plusDays(AHEAD.getFirst())))
                .stream()
                .mapToInt(
                        due -> due.distance(today).map(days -> tell(due, days)).orElse(0))
                .sum();
    }

    private int tell(Due due, int days) {
        return database.write(sql -> {
            int mine = sql.update(
                    "UPDATE stack_review SET told_days = ? WHERE id = ? AND due = ? AND state IN ('scheduled', 'open')"
                            + " AND (told_days IS NULL OR told_days > ?)",
                    days,
                    due.id(),
                    due.day(),
                    days);
            if (mine == 1) {
                audit.append(AuditEvent.of(
                        Actor.PRODUCT,
                        "stack-review.near",
                        ReviewTable.KIND,
                        due.id().toString(),
                        Map.of("date", due.day().toString(), "days", days)));
                alerts.raise(sql, alert(due, days, team(sql, due.team())));
            }
            return mine;
        });
    }

    private static Set<UUID> team(Statements sql, UUID team) {
        return Set.copyOf(sql.list(
                "SELECT person_id FROM team_member WHERE team_id = ?",
                row -> row.getObject("person_id", UUID.class),
                team));
    }

    private static NewAlert alert(Due due, int days, Set<UUID> people) {
        return new NewAlert(
                AlertKind.REVIEW_DUE,
                people,
                ReviewTable.KIND,
                due.id().toString(),
                Map.of(
                        NewAlert.OF,
                        due.day() + " " + days,
                        "stack",
                        due.stack(),
                        "date",
                        due.day().toString(),
                        "days",
                        Integer.toString(days),
                        NewAlert.LINK,
                        "/stacks/" + due.stack() + "/reviews/" + due.id()));
    }
}
