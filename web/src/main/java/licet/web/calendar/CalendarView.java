package licet.web.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.registry.calendar.CalendarEvent;
import licet.registry.calendar.Feed;
import licet.web.layout.FormProblem;

/**
 * The calendar of a month or a year.
 *
 * @param title of the month or year
 * @param weeks of a month; empty for the other views
 * @param spans of a month, what is known no better than by more than a day, or takes longer
 * @param days with something on them, for the list
 * @param months of a year; empty for the other views
 * @param kinds words of all kinds
 */
public record CalendarView(
        CalendarAddress address,
        String title,
        String before,
        String after,
        List<Week> weeks,
        List<CalendarEvent> spans,
        List<Day> days,
        List<Month> months,
        List<String> kinds,
        FeedForm feeds) {
    public CalendarView {
        weeks = List.copyOf(weeks);
        spans = List.copyOf(spans);
        days = List.copyOf(days);
        months = List.copyOf(months);
        kinds = List.copyOf(kinds);
    }

    /** Seven days from Monday on. */
    public record Week(List<Day> days) {
        public Week {
            days = List.copyOf(days);
        }
    }

    /** @param inside whether it belongs to the month @param more how many are not shown here */
    public record Day(LocalDate date, boolean inside, boolean today, List<CalendarEvent> events, int more) {
        public Day {
            events = List.copyOf(events);
        }
    }

    /** @param share of the fullest month, in percent */
    public record Month(String name, String href, long events, int share) {}

    /**
     * @param made a feed that was made just now: its addresses are shown once
     * @param subject what was typed and is to be mended
     */
    public record FeedForm(
            String token, List<Feed> feeds, Optional<Feed.Made> made, String subject, List<FormProblem> problems) {
        public FeedForm {
            feeds = List.copyOf(feeds);
            problems = List.copyOf(problems);
        }

        public Optional<String> problem(String field) {
            return problems.stream()
                    .filter(problem -> problem.field().equals(field))
                    .map(FormProblem::text)
                    .findFirst();
        }
    }
}
