package licet.registry.stack;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import licet.registry.calendar.CalendarEntry;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarSource;

/** When stacks are reviewed, for the calendar. */
@Singleton
final class StackCalendar implements CalendarSource {
    private final StackReviews reviews;

    StackCalendar(StackReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String name() {
        return "stack";
    }

    @Override
    public List<CalendarEntry> list(LocalDate from, LocalDate to) {
        return reviews.due(from, to).stream()
                .map(review -> new CalendarEntry(
                        "review:" + review.id(),
                        CalendarKind.STACK_REVIEW,
                        CalendarEntry.Day.of(review.due()),
                        true,
                        CalendarEntry.About.stack(review.stack()),
                        Map.of("stack", review.stack()),
                        "/stacks/" + review.stack() + "/reviews/" + review.id()))
                .toList();
    }
}
