package licet.registry.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Sha256;
import licet.rules.release.Period;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/**
 * Reads events of iCalendar (RFC 5545). Whole days are days everywhere, a moment counts on the day that it has in its own
 * zone. Events that repeat are refused: which of their days is meant, nobody knows. No address in it is read.
 */
final class IcsReader {
    private static final int LONGEST = 500;

    private final NewImport given;
    private final String prefix;

    private IcsReader(NewImport given) {
        this.given = given;
        this.prefix =
                "ics:" + HexFormat.of().formatHex(Sha256.of(given.source())).substring(0, 16) + ":";
    }

    static ImportedEvents read(NewImport given) {
        return new IcsReader(given).read();
    }

    private ImportedEvents read() {
        var events = new ArrayList<ImportedEvents.Event>();
        var refused = new ArrayList<ImportResult.Line>();
        var found = components();
        if (found.size() > ImportedEvents.MOST) {
            throw NewReleaseEntry.malformed("body", null, "send at most %d events".formatted(ImportedEvents.MOST));
        }
        for (var event : found) {
            var name = text(event, Property.SUMMARY);
            try {
                events.add(event(event, name));
            } catch (Unfit unfit) {
                refused.add(ImportResult.Line.refused(name, String.valueOf(unfit.getMessage())));
            } catch (DateTimeException | IllegalArgumentException | UnsupportedOperationException odd) {
                refused.add(ImportResult.Line.refused(name, "its days cannot be read"));
            }
        }
        return new ImportedEvents(events, refused);
    }

    /** Why one event is not taken. */
    private static final class Unfit extends RuntimeException {
        Unfit(String why) {
            super(why, null, false, false);
        }
    }

    private List<VEvent> components() {
        try {
            var calendar = new CalendarBuilder().build(new ByteArrayInputStream(given.document()));
            return calendar.getComponents(Component.VEVENT);
        } catch (IOException | ParserException | RuntimeException unreadable) {
            throw NewReleaseEntry.malformed(
                    "body",
                    null,
                    "send iCalendar, or a product of endoflife.date as JSON: it cannot be read as either");
        }
    }

    private ImportedEvents.Event event(VEvent event, String name) {
        if (event.getProperty(Property.RRULE).isPresent()
                || event.getProperty(Property.RDATE).isPresent()) {
            throw new Unfit("it repeats: enter its days one by one");
        }
        var uid = text(event, Property.UID);
        if (uid.isEmpty()) {
            throw new Unfit("it has no UID");
        }
        var days = days(event);
        var kind = kind(event).or(given::kind).orElseThrow(() -> new Unfit("its CATEGORIES name no kind: choose one"));
        boolean cancelled = text(event, Property.STATUS).equalsIgnoreCase("CANCELLED");
        boolean certain = !text(event, Property.STATUS).equalsIgnoreCase("TENTATIVE");
        var entry = new NewReleaseEntry(
                kind,
                Optional.of(given.family()),
                Optional.empty(),
                Optional.empty(),
                days,
                certain,
                name,
                given.source());
        return new ImportedEvents.Event(prefix + uid + text(event, Property.RECURRENCE_ID), entry, cancelled);
    }

    private static Optional<ReleaseKind> kind(VEvent event) {
        for (var word : text(event, Property.CATEGORIES).split(",")) {
            var kind = ClosedChoice.find(ReleaseKind.class, word.strip().toLowerCase(Locale.ROOT))
                    .filter(ReleaseKind::canBeEntered)
                    .filter(found -> found != ReleaseKind.SUPERSEDED);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    /** The end of whole days is the day after them. */
    private static Period days(VEvent event) {
        var start = find(event, Property.DTSTART).orElseThrow(() -> new Unfit("it has no DTSTART"));
        var first = day(start);
        var last = find(event, Property.DTEND)
                .map(end -> end instanceof LocalDate day ? day.minusDays(1) : day(end))
                .orElse(first);
        return new Period(first, last.isBefore(first) ? first : last);
    }

    private static Optional<Temporal> find(VEvent event, String property) {
        return event.getProperty(property).map(found -> ((DateProperty<?>) found).getDate());
    }

    private static LocalDate day(Temporal temporal) {
        return temporal instanceof Instant moment
                ? moment.atOffset(ZoneOffset.UTC).toLocalDate()
                : LocalDate.from(temporal);
    }

    private static String text(VEvent event, String property) {
        String text = event.getProperty(property)
                .map(found -> String.valueOf(((Property) found).getValue()))
                .orElse("")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
