package licet.registry.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures.Figure;
import licet.rules.license.Threshold.Metric;

/**
 * How long a dated fact can still be relied on, as the rules see it: a limit that holds at all times takes a figure that
 * is not older than the policy allows, and a limit of the preceding month takes a figure of that month.
 *
 * @param day until when it counts, or since when it no longer does; empty where no day matters
 */
public record FigureAge(Kind kind, Optional<LocalDate> day) {
    private static final int SOON_DAYS = 30;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Set<Metric> MONTHLY = Set.of(
            Metric.MONTHLY_ACTIVE_USERS, Metric.MONTHLY_UNIQUE_USERS, Metric.MONTHLY_VISITS, Metric.MONTHLY_REVENUE);

    public enum Kind {
        FRESH,
        /** Counts, and not for long any more. */
        SOON,
        /** Older than the policy lets a current figure be. */
        OLD,
        /** Recent enough, and not of the month that just ended. */
        MONTH_PASSED,
        /** A newer one is on record; limits that look at its own time still take it. */
        OF_ITS_TIME,
        /** Dated after today, so that nothing counts it. */
        NOT_YET
    }

    private static FigureAge of(Kind kind) {
        return new FigureAge(kind, Optional.empty());
    }

    /**
     * @param all every figure on record
     * @param maxAgeDays how old a current figure may be
     */
    static FigureAge of(Figure figure, List<Figure> all, LocalDate today, int maxAgeDays) {
        if (figure.asOf().isAfter(today)) {
            return new FigureAge(Kind.NOT_YET, Optional.of(figure.asOf()));
        }
        boolean superseded = all.stream()
                .anyMatch(other -> sameLine(figure, other)
                        && other.asOf().isAfter(figure.asOf())
                        && !other.asOf().isAfter(today));
        if (superseded) {
            return of(Kind.OF_ITS_TIME);
        }
        var age = of(figure.asOf(), today, maxAgeDays);
        boolean passed = MONTHLY.contains(figure.metric())
                && MONTH.matcher(figure.period().value()).matches()
                && YearMonth.parse(figure.period().value())
                        .isBefore(YearMonth.from(today).minusMonths(1));
        return age.kind() != Kind.OLD && passed ? of(Kind.MONTH_PASSED) : age;
    }

    static FigureAge of(Exchange.Rate rate, List<Exchange.Rate> all, LocalDate today, int maxAgeDays) {
        if (rate.asOf().isAfter(today)) {
            return new FigureAge(Kind.NOT_YET, Optional.of(rate.asOf()));
        }
        boolean superseded = all.stream()
                .anyMatch(other -> other.from().equals(rate.from())
                        && other.to().equals(rate.to())
                        && other.asOf().isAfter(rate.asOf())
                        && !other.asOf().isAfter(today));
        return superseded ? of(Kind.OF_ITS_TIME) : of(rate.asOf(), today, maxAgeDays);
    }

    private static FigureAge of(LocalDate asOf, LocalDate today, int maxAgeDays) {
        var last = asOf.plusDays(maxAgeDays);
        if (last.isBefore(today)) {
            return new FigureAge(Kind.OLD, Optional.of(last));
        }
        return new FigureAge(last.minusDays(SOON_DAYS).isBefore(today) ? Kind.SOON : Kind.FRESH, Optional.of(last));
    }

    /** Whether both figures measure the same thing, at whatever time. */
    private static boolean sameLine(Figure one, Figure other) {
        return one.metric() == other.metric()
                && one.entity().equals(other.entity())
                && one.breadth() == other.breadth()
                && one.control() == other.control()
                && one.deployment().equals(other.deployment());
    }
}
