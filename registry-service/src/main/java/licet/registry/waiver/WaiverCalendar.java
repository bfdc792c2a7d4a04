package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import licet.registry.calendar.CalendarEntry;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarSource;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;

/** When waivers end, for the calendar. */
@Singleton
final class WaiverCalendar implements CalendarSource {
    private final Database database;

    WaiverCalendar(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "waiver";
    }

    @Override
    public List<CalendarEntry> list(LocalDate from, LocalDate to) {
        return database.read(sql -> sql.list(
                "SELECT id, rule, model, deployment_key, acts_until FROM waiver WHERE state = 'acting'"
                        + " AND ended_at IS NULL AND acts_until BETWEEN ? AND ?",
                row -> new CalendarEntry(
                        "end:" + row.getString("id"),
                        CalendarKind.WAIVER_END,
                        CalendarEntry.Day.of(Statements.getInstant(row, "acts_until")),
                        true,
                        CalendarEntry.About.deployment(row.getString("deployment_key")),
                        Map.of(
                                "rule", row.getString("rule"),
                                "model", row.getString("model"),
                                "deployment", row.getString("deployment_key")),
                        "/waivers/" + row.getString("id")),
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
