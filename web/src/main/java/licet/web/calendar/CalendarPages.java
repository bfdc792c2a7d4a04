package licet.web.calendar;

import io.micronaut.http.HttpParameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import licet.registry.calendar.Calendar;
import licet.registry.calendar.CalendarEvent;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarParameters;
import licet.registry.calendar.CalendarQuery;
import licet.registry.platform.http.Principal;
import licet.web.layout.Texts;

/** Puts the calendar together. */
@Singleton
final class CalendarPages {
    private static final int MOST_IN_A_DAY = 4;
    private static final int MONTHS = 12;
    private static final int WHOLE = 100;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Texts.LOCALE);

    private final Calendar calendar;
    private final Clock clock;

    CalendarPages(Calendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    CalendarView show(HttpParameters given, Principal caller, CalendarView.FeedForm feeds) {
        var address = CalendarAddress.of(given, clock);
        var scope = CalendarParameters.scope(given, Optional.ofNullable(caller.personId()));
        return switch (address.view()) {
            case MONTH -> month(address, scope, feeds);
            case AGENDA -> agenda(address, scope, feeds);
            case YEAR -> year(address, scope, feeds);
        };
    }

    private CalendarView month(CalendarAddress address, CalendarQuery.Scope scope, CalendarView.FeedForm feeds) {
        var first = address.month().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = address.month().atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var all = events(address, scope, first, last);
        var events = all.stream().filter(event -> isOneDay(address, event)).toList();
        var spans = all.stream().filter(event -> !isOneDay(address, event)).toList();
        var weeks = first.datesUntil(last.plusDays(1), java.time.Period.ofWeeks(1))
                .map(monday -> new CalendarView.Week(IntStream.range(0, 7)
                        .mapToObj(monday::plusDays)
                        .map(day -> day(address, events, day))
                        .toList()))
                .toList();
        return view(address, feeds, MONTH.format(address.month()), 1, new Shown(weeks, spans, List.of(), List.of()));
    }

    private static boolean isOneDay(CalendarAddress address, CalendarEvent event) {
        return event.firstIn(address.zone()).equals(event.lastIn(address.zone()));
    }

    /** What the view shows of its days; empty is what it does not. */
    private record Shown(
            List<CalendarView.Week> weeks,
            List<CalendarEvent> spans,
            List<CalendarView.Day> days,
            List<CalendarView.Month> months) {}

    private CalendarView.Day day(CalendarAddress address, List<CalendarEvent> events, LocalDate date) {
        var on = on(address, events, date);
        return new CalendarView.Day(
                date,
                YearMonth.from(date).equals(address.month()),
                date.equals(LocalDate.now(clock.withZone(address.zone()))),
                on.stream().limit(MOST_IN_A_DAY).toList(),
                Math.max(0, on.size() - MOST_IN_A_DAY));
    }

    private static List<CalendarEvent> on(CalendarAddress address, List<CalendarEvent> events, LocalDate date) {
        return events.stream()
                .filter(event -> !event.firstIn(address.zone()).isAfter(date)
                        && !event.lastIn(address.zone()).isBefore(date))
                .toList();
    }

    private CalendarView agenda(CalendarAddress address, CalendarQuery.Scope scope, CalendarView.FeedForm feeds) {
        var first = address.month().atDay(1);
        var last = address.month().atEndOfMonth();
        var events = events(address, scope, first, last);
        var days = first.datesUntil(last.plusDays(1))
                .map(date -> new CalendarView.Day(
                        date,
                        true,
                        date.equals(LocalDate.now(clock.withZone(address.zone()))),
                        beginning(address, events, date, first),
                        0))
                .filter(day -> !day.events().isEmpty())
                .toList();
        return view(address, feeds, MONTH.format(address.month()), 1, new Shown(List.of(), List.of(), days, List.of()));
    }

    /** What takes longer stands once, at its first day of the month. */
    private static List<CalendarEvent> beginning(
            CalendarAddress address, List<CalendarEvent> events, LocalDate date, LocalDate first) {
        return on(address, events, date).stream()
                .filter(event ->
                        date.equals(first) || event.firstIn(address.zone()).equals(date))
                .toList();
    }

    private CalendarView year(CalendarAddress address, CalendarQuery.Scope scope, CalendarView.FeedForm feeds) {
        int year = address.month().getYear();
        var events = events(address, scope, LocalDate.of(year, 1, 1), LocalDate.of(year, MONTHS, 31));
        var counts = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> events.stream()
                        .filter(event -> !event.firstIn(address.zone()).isAfter(month.atEndOfMonth())
                                && !event.lastIn(address.zone()).isBefore(month.atDay(1)))
                        .count())
                .toList();
        long most = Math.max(1, counts.stream().max(Long::compare).orElse(1L));
        var months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> new CalendarView.Month(
                        YearMonth.of(year, month).getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Texts.LOCALE),
                        address.at(YearMonth.of(year, month)).as("agenda"),
                        counts.get(month - 1),
                        (int) (counts.get(month - 1) * WHOLE / most)))
                .toList();
        return view(address, feeds, Integer.toString(year), MONTHS, new Shown(List.of(), List.of(), List.of(), months));
    }

    /** A day more on both sides: a moment can fall on another day in another zone. */
    private List<CalendarEvent> events(
            CalendarAddress address, CalendarQuery.Scope scope, LocalDate first, LocalDate last) {
        return calendar.list(new CalendarQuery(first.minusDays(1), last.plusDays(1), address.kinds(), scope)).stream()
                .filter(event -> !event.firstIn(address.zone()).isAfter(last)
                        && !event.lastIn(address.zone()).isBefore(first))
                .toList();
    }

    private static CalendarView view(
            CalendarAddress address, CalendarView.FeedForm feeds, String title, int step, Shown shown) {
        return new CalendarView(
                address,
                title,
                address.at(address.month().minusMonths(step)).href(),
                address.at(address.month().plusMonths(step)).href(),
                shown.weeks(),
                shown.spans(),
                shown.days(),
                shown.months(),
                Arrays.stream(CalendarKind.values()).map(CalendarKind::word).toList(),
                feeds);
    }
}
