package licet.registry.release;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import licet.registry.calendar.CalendarEntry;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarSource;

/** Releases and what becomes of them, for the calendar. */
@Singleton
final class ReleaseCalendar implements CalendarSource {
    private final ReleaseTimeline timeline;

    ReleaseCalendar(ReleaseTimeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public String name() {
        return "release";
    }

    @Override
    public List<CalendarEntry> list(LocalDate from, LocalDate to) {
        return timeline.list(ReleaseQuery.between(from, to)).stream()
                .map(ReleaseCalendar::entry)
                .toList();
    }

    private static CalendarEntry entry(ReleaseEvent event) {
        var facts = new HashMap<String, String>();
        facts.put("what", "." + event.kind().word());
        facts.put("model", event.name());
        event.successor().ifPresent(model -> facts.put("successor", model));
        return new CalendarEntry(
                event.id(),
                kind(event.kind()),
                new CalendarEntry.Day(event.first(), event.last(), Optional.empty()),
                event.certain(),
                CalendarEntry.About.family(event.family()),
                facts,
                "/releases/" + event.family());
    }

    private static CalendarKind kind(ReleaseKind kind) {
        return switch (kind) {
            case ANNOUNCED, PUBLISHED -> CalendarKind.RELEASE;
            case VERSION, LICENSE, REMOVED -> CalendarKind.CHANGE;
            case SUPERSEDED, DEPRECATED, RETIRED -> CalendarKind.RETIREMENT;
        };
    }
}
