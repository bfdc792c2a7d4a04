package licet.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import licet.registry.calendar.CalendarEvent;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.Feed;
import licet.web.calendar.CalendarAddress;
import licet.web.calendar.CalendarView;
import licet.web.layout.FormProblem;

/** The calendar with everything that can stand on it. */
final class CalendarSamples {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final Instant MOMENT = Instant.parse("2027-03-01T09:00:00Z");

    private CalendarSamples() {}

    static CalendarEvent event(CalendarKind kind) {
        return new CalendarEvent(
                new UUID(1, kind.ordinal()),
                kind,
                Samples.SCRIPT,
                MONDAY,
                MONDAY,
                kind.isAlarming() ? Optional.of(MOMENT) : Optional.empty(),
                kind.isAlarming(),
                Optional.of(Samples.SCRIPT),
                Optional.empty(),
                Optional.empty(),
                "/releases/acme",
                1,
                MOMENT,
                false);
    }

    private static CalendarAddress address(CalendarAddress.View view) {
        return new CalendarAddress(
                view,
                YearMonth.of(2027, 3),
                view == CalendarAddress.View.MONTH ? ZoneOffset.UTC : ZoneId.of("Europe/Berlin"),
                "family",
                Samples.SCRIPT,
                Set.of(CalendarKind.RELEASE));
    }

    private static CalendarView view(
            CalendarAddress.View view,
            List<CalendarView.Week> weeks,
            List<CalendarView.Day> days,
            List<CalendarView.Month> months,
            CalendarView.FeedForm feeds) {
        return new CalendarView(
                address(view),
                "March 2027",
                "/calendar?month=2027-02",
                "/calendar?month=2027-04",
                weeks,
                weeks.isEmpty() ? List.of() : List.of(event(CalendarKind.RELEASE)),
                days,
                months,
                Arrays.stream(CalendarKind.values()).map(CalendarKind::word).toList(),
                feeds);
    }

    static CalendarView month() {
        var days = IntStream.range(0, 7)
                .mapToObj(day -> new CalendarView.Day(
                        MONDAY.plusDays(day),
                        day > 0,
                        day == 2,
                        day == 1
                                ? Arrays.stream(CalendarKind.values())
                                        .map(CalendarSamples::event)
                                        .toList()
                                : List.of(),
                        day == 1 ? 3 : 0))
                .toList();
        return view(CalendarAddress.View.MONTH, List.of(new CalendarView.Week(days)), List.of(), List.of(), none());
    }

    static CalendarView agenda() {
        var day = new CalendarView.Day(
                MONDAY, true, true, List.of(event(CalendarKind.RELEASE), event(CalendarKind.RETIREMENT)), 0);
        return view(CalendarAddress.View.AGENDA, List.of(), List.of(day), List.of(), full());
    }

    static CalendarView nothing() {
        return view(CalendarAddress.View.AGENDA, List.of(), List.of(), List.of(), none());
    }

    static CalendarView year() {
        var months = List.of(new CalendarView.Month("March", "/calendar?view=agenda&month=2027-03", 12, 100));
        return view(CalendarAddress.View.YEAR, List.of(), List.of(), months, none());
    }

    private static CalendarView.FeedForm none() {
        return new CalendarView.FeedForm("token", List.of(), Optional.empty(), "", List.of());
    }

    private static CalendarView.FeedForm full() {
        var feed = new Feed(
                new UUID(1, 2),
                "lct_f_0123",
                "family",
                Optional.of(Samples.SCRIPT),
                List.of(),
                List.of(30, 7, 1),
                MOMENT);
        return new CalendarView.FeedForm(
                "token",
                List.of(feed),
                Optional.of(new Feed.Made(feed, "https://licet.example.com/x.ics", "https://licet.example.com/x.atom")),
                Samples.SCRIPT,
                List.of(new FormProblem("subject", "give the key of a team")));
    }
}
