package licet.registry.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A day of the calendar.
 *
 * @param id the same for ever, whatever changes about it
 * @param title in words
 * @param first first day; of a moment, its day in UTC
 * @param at the moment, where it is one; else it is about whole days
 * @param certain false where the day can move
 * @param path page of it
 * @param sequence grows with each change
 * @param cancelled whether it no longer is
 */
@Schema(name = "CalendarEvent")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CalendarEvent(
        UUID id,
        CalendarKind kind,
        String title,
        LocalDate first,
        LocalDate last,
        Optional<Instant> at,
        boolean certain,
        Optional<String> family,
        Optional<String> deployment,
        Optional<String> stack,
        String path,
        int sequence,
        Instant changedAt,
        boolean cancelled) {
    /** The first day of it where somebody lives: a moment late in the evening is of the next day elsewhere. */
    public LocalDate firstIn(ZoneId zone) {
        return at.map(moment -> moment.atZone(zone).toLocalDate()).orElse(first);
    }

    public LocalDate lastIn(ZoneId zone) {
        return at.map(moment -> moment.atZone(zone).toLocalDate()).orElse(last);
    }
}
