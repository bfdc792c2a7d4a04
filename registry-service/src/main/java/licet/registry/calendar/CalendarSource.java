package licet.registry.calendar;

import java.time.LocalDate;
import java.util.List;

/** A feature that knows of days. */
public interface CalendarSource {
    /** The same for ever. */
    String name();

    /** Everything that it knows of these days. What it told before and does not tell now no longer is. */
    List<CalendarEntry> list(LocalDate from, LocalDate to);
}
