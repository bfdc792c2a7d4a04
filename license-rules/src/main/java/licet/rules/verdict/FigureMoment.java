package licet.rules.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import licet.rules.facts.Figures.Figure;
import licet.rules.facts.Period;
import licet.rules.license.Threshold.Moment;

/** When a threshold is measured, seen from one day. */
record FigureMoment(Moment moment, LocalDate day, int maxAgeDays) {

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
            case Moment.InMonth(var month) -> figure.period().equals(Period.of(month));
            case Moment.PrecedingMonth() -> figure.period().equals(asked());
            case Moment.PrecedingYear() -> figure.period().equals(asked());
            case Moment.TrailingTwelveMonths() -> figure.period().equals(asked());
            case Moment.AnyTwelveMonths() -> figure.period().equals(asked()) && fresh(figure);
            case Moment.Continuous() -> fresh(figure) && !figure.period().equals(Period.HIGHEST_TWELVE_MONTHS);
        };
    }

    private boolean fresh(Figure figure) {
        return !figure.asOf().plusDays(maxAgeDays).isBefore(day);
    }

    /** The period that a figure has to cover. */
    Period asked() {
        return switch (moment) {
            case Moment.InMonth(var month) -> Period.of(month);
            case Moment.PrecedingMonth() -> Period.of(precedingMonth());
            case Moment.PrecedingYear() ->
                Period.of(YearMonth.of(day.getYear() - 1, 1), YearMonth.of(day.getYear() - 1, 12));
            case Moment.TrailingTwelveMonths() -> Period.twelveMonthsTo(precedingMonth());
            case Moment.AnyTwelveMonths() -> Period.HIGHEST_TWELVE_MONTHS;
            case Moment.Continuous() -> Period.LATEST;
        };
    }

    private YearMonth precedingMonth() {
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
