package licet.registry.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import licet.registry.calendar.CalendarEvent;
import licet.registry.calendar.CalendarKind;
import licet.registry.stack.Renewals;
import licet.registry.stack.Review;

/**
 * What happened lately and what comes.
 *
 * @param happened upstream within the last seven days, by kind, the most frequent first
 * @param latest some of it, the newest first
 * @param weeks what ends or is due in each of the next twelve, the first one of which begins today
 * @param next what ends or is due next
 * @param reviews of stacks that are open, overdue or due within thirty days
 * @param renewal rate of this quarter and the four before it
 * @param red slots of stacks whose model may not be used
 */
@Schema(name = "DashboardOutlook")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Outlook(
        List<Happened> happened,
        List<CalendarEvent> latest,
        List<Week> weeks,
        List<CalendarEvent> next,
        List<Review.Head> reviews,
        Renewals.Rate renewal,
        List<RedSlot> red) {
    public Outlook {
        happened = List.copyOf(happened);
        latest = List.copyOf(latest);
        weeks = List.copyOf(weeks);
        next = List.copyOf(next);
        reviews = List.copyOf(reviews);
        red = List.copyOf(red);
    }

    @Schema(name = "DashboardHappened")
    public record Happened(CalendarKind kind, long events) {}

    @Schema(name = "DashboardWeek")
    public record Week(LocalDate from, long events) {}

    /** @param stack key @param slot key */
    @Schema(name = "DashboardRedSlot")
    public record RedSlot(String stack, String name, String slot, String model) {}

    public long events() {
        return happened.stream().mapToLong(Happened::events).sum();
    }

    public long ending() {
        return weeks.stream().mapToLong(Week::events).sum();
    }
}
