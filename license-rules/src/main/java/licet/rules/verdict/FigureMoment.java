package licet.rules.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import licet.rules.facts.Figures.Figure;
import licet.rules.facts.Period;
import licet.rules.license.Threshold.Moment;

/**
 * When a threshold is measured, seen from one day.
 *
 * @param asked the period that a figure has to cover
 */
record FigureMoment(Moment moment, LocalDate day, int maxAgeDays, Period asked) {
    static FigureMoment of(Moment moment, LocalDate day, int maxAgeDays) {
        return new FigureMoment(moment, day, maxAgeDays, asked(moment, day));
    }

    /** Whether a figure can show that the limit was met. */
    boolean canMeet(Figure figure) {
        return !figure.asOf().isAfter(day) && (ofItsTime(figure) || once(figure));
    }

    /** Whether a figure can show that the limit was not met. */
    boolean canStayBelow(Figure figure) {
        return !figure.asOf().isAfter(day) && ofItsTime(figure);
    }

    /** What was reached in some twelve months stays reached. */
    private boolean once(Figure figure) {
        return moment instanceof Moment.AnyTwelveMonths
                && (figure.period().isTwelveMonths() || figure.period().equals(Period.HIGHEST_TWELVE_MONTHS));
    }

    /** Whether a newer figure of another period leaves an older one as it is. */
    boolean keepsEachPeriod() {
        return moment instanceof Moment.AnyTwelveMonths;
    }

    private boolean ofItsTime(Figure figure) {
        return switch (moment) {
            case Moment.InMonth _, Moment.PrecedingMonth _, Moment.PrecedingYear _, Moment.TrailingTwelveMonths _ ->
                figure.period().equals(asked);
            case Moment.AnyTwelveMonths() -> figure.period().equals(asked) && fresh(figure);
            case Moment.Continuous() -> fresh(figure) && !figure.period().equals(Period.HIGHEST_TWELVE_MONTHS);
        };
    }

    private boolean fresh(Figure figure) {
        return !figure.asOf().plusDays(maxAgeDays).isBefore(day);
    }

    private static Period asked(Moment moment, LocalDate day) {
        return switch (moment) {
            case Moment.InMonth(var month) -> Period.of(month);
            case Moment.PrecedingMonth() -> Period.of(precedingMonth(day));
            case Moment.PrecedingYear() ->
                Period.of(YearMonth.of(day.getYear() - 1, 1), YearMonth.of(day.getYear() - 1, 12));
            case Moment.TrailingTwelveMonths() -> Period.twelveMonthsTo(precedingMonth(day));
            case Moment.AnyTwelveMonths() -> Period.HIGHEST_TWELVE_MONTHS;
            case Moment.Continuous() -> Period.LATEST;
        };
    }

    private static YearMonth precedingMonth(LocalDate day) {
        return YearMonth.from(day).minusMonths(1);
    }

    /** First day on which another period is asked for. */
    Optional<LocalDate> next() {
        return switch (moment) {
            case Moment.InMonth _ -> Optional.empty();
            case Moment.PrecedingMonth _, Moment.TrailingTwelveMonths _ ->
                Optional.of(YearMonth.from(day).plusMonths(1).atDay(1));
            case Moment.PrecedingYear _ -> Optional.of(LocalDate.of(day.getYear() + 1, 1, 1));
            case Moment.AnyTwelveMonths _, Moment.Continuous _ -> Optional.empty();
        };
    }

    /** First day on which these figures no longer decide. */
    Optional<LocalDate> flipsFor(Collection<Figure> figures) {
        return switch (moment) {
            case Moment.InMonth _, Moment.PrecedingMonth _, Moment.TrailingTwelveMonths _, Moment.PrecedingYear _ ->
                next();
            case Moment.AnyTwelveMonths _, Moment.Continuous _ ->
                figures.stream()
                        .map(figure -> figure.asOf().plusDays(maxAgeDays + 1L))
                        .min(Comparator.naturalOrder());
        };
    }
}
