package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.calendar.CalendarEntry;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarSource;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;

/** When approvals end and conditions are due, for the calendar. */
@Singleton
final class ApprovalCalendar implements CalendarSource {
    private final Database database;

    ApprovalCalendar(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public List<CalendarEntry> list(LocalDate from, LocalDate to) {
        return database.read(sql -> Stream.concat(ends(sql, from, to).stream(), dues(sql, from, to).stream())
                .toList());
    }

    private static List<CalendarEntry> ends(Statements sql, LocalDate from, LocalDate to) {
        return sql.list(
                "SELECT id, model, deployment_key, valid_until FROM approval WHERE ended_at IS NULL"
                        + " AND valid_until BETWEEN ? AND ?",
                row -> new CalendarEntry(
                        "end:" + row.getString("id"),
                        CalendarKind.APPROVAL_END,
                        CalendarEntry.Day.of(Statements.getInstant(row, "valid_until")),
                        true,
                        CalendarEntry.About.deployment(row.getString("deployment_key")),
                        Map.of("model", row.getString("model"), "deployment", row.getString("deployment_key")),
                        "/approvals"),
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static List<CalendarEntry> dues(Statements sql, LocalDate from, LocalDate to) {
        return sql.list(
                "SELECT c.id, c.request_id, c.words, c.owner, c.due, r.model, r.deployment_key FROM approval_condition c"
                        + " JOIN approval_request r ON r.id = c.request_id WHERE c.done_at IS NULL"
                        + " AND r.state = 'approved' AND c.due BETWEEN ? AND ?",
                row -> new CalendarEntry(
                        "condition:" + row.getString("id"),
                        CalendarKind.CONDITION_DUE,
                        CalendarEntry.Day.of(row.getObject("due", LocalDate.class)),
                        true,
                        CalendarEntry.About.deployment(row.getString("deployment_key"))
                                .of(row.getObject("owner", UUID.class)),
                        Map.of(
                                "model", row.getString("model"),
                                "deployment", row.getString("deployment_key"),
                                "words", row.getString("words")),
                        "/requests/" + row.getString("request_id")),
                from,
                to);
    }
}
