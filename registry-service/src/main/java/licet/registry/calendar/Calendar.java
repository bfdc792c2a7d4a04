package licet.registry.calendar;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** What is due on which day. */
@Singleton
public class Calendar {
    /** More than this nobody reads at once. */
    public static final int MOST = 5_000;

    private final Database database;

    Calendar(Database database) {
        this.database = database;
    }

    /** In the order of their days; what no longer is, is left out. */
    public List<CalendarEvent> list(CalendarQuery query) {
        return list(query, Optional.empty());
    }

    /** @param cancelledSince with those that ceased to be since then */
    List<CalendarEvent> list(CalendarQuery query, Optional<Instant> cancelledSince) {
        var arguments = new ArrayList<@Nullable Object>(Arrays.asList(
                query.to(),
                query.from(),
                query.kinds().stream().map(CalendarKind::word).toArray(String[]::new),
                cancelledSince.orElse(null)));
        String mine = condition(query.scope(), arguments);
        return database.read(sql -> sql.list(
                "SELECT e.* FROM calendar_event e WHERE e.first_day <= ? AND e.last_day >= ? AND e.kind = ANY (?)"
                        + " AND (e.cancelled_at IS NULL OR e.cancelled_at > CAST(? AS timestamptz))" + mine
                        + " ORDER BY e.first_day, e.at NULLS FIRST, e.id LIMIT " + MOST,
                Calendar::read,
                arguments.toArray()));
    }

    private static String condition(CalendarQuery.Scope scope, List<@Nullable Object> arguments) {
        return switch (scope) {
            case CalendarQuery.Scope.All() -> "";
            case CalendarQuery.Scope.Mine(var person) -> {
                arguments.add(person);
                arguments.add(person);
                arguments.add(person);
                yield " AND (e.person = ? OR (e.person IS NULL AND (e.deployment IS NULL OR EXISTS (SELECT 1 FROM"
                        + " team_deployment d JOIN team_member m ON m.team_id = d.team_id"
                        + " WHERE d.deployment = e.deployment AND m.person_id = ?)) AND (e.stack IS NULL OR EXISTS"
                        + " (SELECT 1 FROM stack s JOIN team_member m ON m.team_id = s.team_id"
                        + " WHERE s.key = e.stack AND m.person_id = ?))))";
            }
            case CalendarQuery.Scope.Team(var key) -> {
                arguments.add(key);
                arguments.add(key);
                yield " AND (EXISTS (SELECT 1 FROM team_deployment d JOIN team t ON t.id = d.team_id"
                        + " WHERE d.deployment = e.deployment AND t.key = ?) OR EXISTS (SELECT 1 FROM stack s"
                        + " JOIN team t ON t.id = s.team_id WHERE s.key = e.stack AND t.key = ?))";
            }
            case CalendarQuery.Scope.Family(var key) -> {
                arguments.add(key);
                yield " AND e.family = ?";
            }
            case CalendarQuery.Scope.Stack(var key) -> {
                arguments.add(key);
                arguments.add(key);
                yield " AND (e.stack = ? OR EXISTS (SELECT 1 FROM slot_filling f JOIN stack_slot l ON l.id = f.slot_id"
                        + " JOIN stack s ON s.id = l.stack_id WHERE s.key = ? AND f.until IS NULL"
                        + " AND (f.deployment = e.deployment OR f.family = e.family)))";
            }
        };
    }

    private static CalendarEvent read(ResultSet row) throws SQLException {
        var kind = ClosedChoice.find(CalendarKind.class, row.getString("kind")).orElseThrow();
        var facts = CanonicalJson.read(row.getString("facts"), CalendarBook.Facts.class)
                .named();
        return new CalendarEvent(
                row.getObject("id", UUID.class),
                kind,
                CalendarText.title(kind, facts),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Optional.ofNullable(Statements.findInstant(row, "at")),
                row.getBoolean("certain"),
                Optional.ofNullable(row.getString("family")),
                Optional.ofNullable(row.getString("deployment")),
                Optional.ofNullable(row.getString("stack")),
                row.getString("path"),
                row.getInt("sequence"),
                Statements.getInstant(row, "changed_at"),
                Statements.findInstant(row, "cancelled_at") != null);
    }
}
