package licet.registry.instrument;

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

/** When agreements, acceptances and legal positions end, for the calendar. */
@Singleton
final class PaperCalendar implements CalendarSource {
    private final Database database;

    PaperCalendar(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "instrument";
    }

    @Override
    public List<CalendarEntry> list(LocalDate from, LocalDate to) {
        return database.read(sql -> sql.list(
                "SELECT i.id, i.title, i.acts_until FROM instrument i WHERE i.acts_until BETWEEN ? AND ?"
                        + " AND NOT EXISTS (SELECT 1 FROM instrument_revocation r WHERE r.instrument_id = i.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM instrument n WHERE n.replaces = i.id)",
                row -> new CalendarEntry(
                        "end:" + row.getLong("id"),
                        CalendarKind.INSTRUMENT_END,
                        CalendarEntry.Day.of(Statements.getInstant(row, "acts_until")),
                        true,
                        CalendarEntry.About.everybody(),
                        Map.of("title", row.getString("title")),
                        "/instruments/" + row.getLong("id")),
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
