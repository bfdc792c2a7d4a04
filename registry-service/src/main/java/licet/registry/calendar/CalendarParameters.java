package licet.registry.calendar;

import io.micronaut.http.HttpParameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads which days a request asks for. */
public final class CalendarParameters {
    private static final int DAYS_AHEAD = 90;
    private static final int MOST_YEARS = 5;

    private CalendarParameters() {}

    /** @param person who asks, where it is a person */
    static CalendarQuery query(HttpParameters given, Optional<UUID> person, Clock clock) {
        var from = given.getFirst("from").map(text -> day("from", text)).orElse(LocalDate.now(clock));
        var to = given.getFirst("to").map(text -> day("to", text)).orElse(from.plusDays(DAYS_AHEAD));
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw NewFeed.malformed("to", to.toString(), "use a day from " + from + " on, at most 5 years later");
        }
        return new CalendarQuery(from, to, kinds(given), scope(given, person));
    }

    /** Empty for all. */
    public static Set<CalendarKind> kinds(HttpParameters given) {
        var kinds = EnumSet.noneOf(CalendarKind.class);
        given.getAll("kind").stream()
                .filter(word -> !word.isBlank())
                .forEach(word -> kinds.add(NewFeed.kind("kind", word)));
        return kinds;
    }

    /** @param person who asks, where it is a person */
    public static CalendarQuery.Scope scope(HttpParameters given, Optional<UUID> person) {
        var word = given.getFirst("scope").filter(text -> !text.isBlank()).orElse("all");
        var subject = given.getFirst("subject").map(String::strip).orElse("");
        return CalendarQuery.scope(word, subject, person)
                .orElseThrow(() ->
                        NewFeed.malformed("scope", word, "use one of all, mine (for a person), team, family, stack"));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw NewFeed.malformed(field, text, "write a day such as 2026-04-29");
        }
    }
}
