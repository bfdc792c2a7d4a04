package licet.registry.dashboard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licet.registry.calendar.Calendar;
import licet.registry.calendar.CalendarEvent;
import licet.registry.calendar.CalendarKind;
import licet.registry.calendar.CalendarQuery;
import licet.registry.stack.RenewalQuery;
import licet.registry.stack.RenewalRates;
import licet.registry.stack.SlotState;
import licet.registry.stack.StackReviews;
import licet.registry.stack.StackState;

/** Looks back a week and ahead a quarter: on the calendar, which is gathered already. */
@Singleton
final class Outlooks {
    private static final int WEEKS = 12;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_TO_REVIEWS = 30;
    private static final int YEARS_LATE = 2;
    private static final int QUARTERS_BEFORE = 4;
    private static final int SHOWN = 8;
    private static final Set<CalendarKind> UPSTREAM =
            EnumSet.of(CalendarKind.RELEASE, CalendarKind.CHANGE, CalendarKind.RETIREMENT);
    private static final Set<CalendarKind> ENDS = EnumSet.of(
            CalendarKind.APPROVAL_END,
            CalendarKind.WAIVER_END,
            CalendarKind.INSTRUMENT_END,
            CalendarKind.CONDITION_DUE,
            CalendarKind.RETIREMENT);

    private final Calendar calendar;
    private final StackReviews reviews;
    private final RenewalRates rates;
    private final Clock clock;

    Outlooks(Calendar calendar, StackReviews reviews, RenewalRates rates, Clock clock) {
        this.calendar = calendar;
        this.reviews = reviews;
        this.rates = rates;
        this.clock = clock;
    }

    Outlook of(List<StackState> stacks) {
        var today = LocalDate.now(clock);
        var week = list(today.minusDays(DAYS_OF_A_WEEK - 1L), today, UPSTREAM).reversed();
        var ends = list(today, today.plusWeeks(WEEKS).minusDays(1), ENDS);
        return new Outlook(
                happened(week),
                week.stream().limit(SHOWN).toList(),
                weeks(today, ends),
                ends.stream().limit(SHOWN).toList(),
                reviews.due(today.minusYears(YEARS_LATE), today.plusDays(DAYS_TO_REVIEWS)).stream()
                        .filter(review -> review.ended().isEmpty())
                        .toList(),
                rates.of(new RenewalQuery(
                                today.with(IsoFields.DAY_OF_QUARTER, 1).minus(QUARTERS_BEFORE, IsoFields.QUARTER_YEARS),
                                today,
                                Optional.empty(),
                                Optional.empty()))
                        .all(),
                red(stacks));
    }

    private List<CalendarEvent> list(LocalDate from, LocalDate to, Set<CalendarKind> kinds) {
        return calendar.list(new CalendarQuery(from, to, kinds, new CalendarQuery.Scope.All()));
    }

    private static List<Outlook.Happened> happened(List<CalendarEvent> week) {
        return week.stream()
                .collect(Collectors.groupingBy(CalendarEvent::kind, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Outlook.Happened(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Outlook.Happened::events)
                        .reversed()
                        .thenComparing(Outlook.Happened::kind))
                .toList();
    }

    /** What is known to a month or so counts in the first week that it can be in. */
    private static List<Outlook.Week> weeks(LocalDate today, List<CalendarEvent> ends) {
        return IntStream.range(0, WEEKS)
                .mapToObj(today::plusWeeks)
                .map(from -> new Outlook.Week(
                        from,
                        ends.stream()
                                .map(event -> event.first().isBefore(today) ? today : event.first())
                                .filter(day -> !day.isBefore(from) && day.isBefore(from.plusWeeks(1)))
                                .count()))
                .toList();
    }

    private static List<Outlook.RedSlot> red(List<StackState> stacks) {
        return stacks.stream()
                .flatMap(stack -> stack.slots().stream()
                        .filter(SlotState::isRed)
                        .flatMap(slot -> slot
                                .filling()
                                .map(filling ->
                                        new Outlook.RedSlot(stack.key(), stack.name(), slot.key(), filling.model()))
                                .stream()))
                .toList();
    }
}
