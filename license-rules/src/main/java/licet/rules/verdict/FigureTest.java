package licet.rules.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Ids;
import licet.rules.facts.Period;
import licet.rules.facts.Question;
import licet.rules.facts.Tri;
import licet.rules.license.Threshold;

/**
 * Holds a threshold against the figures of its moment. A narrower figure that already meets the limit decides, and so
 * does a wider one that stays below it: the product counts no more than its entity, the entity no more than its group.
 */
record FigureTest(Figures figures, EntityKey licensee, DeploymentKey deployment, LocalDate day, int maxAgeDays) {

    record Result(Tri met, List<Finding.FactUsed> facts, Optional<LocalDate> flips) {}

    Result test(Threshold threshold) {
        var result = today(threshold);
        return new Result(result.met(), result.facts(), earlier(result.flips(), announced(threshold)));
    }

    /** A figure that is dated later begins to count on its day. */
    private Optional<LocalDate> announced(Threshold threshold) {
        return figures.all().stream()
                .filter(figure -> counts(figure, threshold) && figure.asOf().isAfter(day))
                .map(Figures.Figure::asOf)
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> left, Optional<LocalDate> right) {
        return Stream.concat(left.stream(), right.stream()).min(Comparator.naturalOrder());
    }

    private Result today(Threshold threshold) {
        var wanted = breadth(threshold);
        var usable = usable(threshold);
        var meeting = usable.stream()
                .filter(figure -> figure.breadth().compareTo(wanted) <= 0 && meets(threshold, figure))
                .findFirst();
        if (meeting.isPresent()) {
            return result(Tri.YES, threshold, meeting.get());
        }
        return usable.stream()
                .filter(figure -> figure.breadth().compareTo(wanted) >= 0 && !meets(threshold, figure))
                .findFirst()
                .map(figure -> result(Tri.NO, threshold, figure))
                .orElseGet(() -> new Result(Tri.unknown(question(threshold)), List.of(), flips(threshold)));
    }

    private static boolean meets(Threshold threshold, Figures.Figure figure) {
        return threshold.comparator().meets(figure.value(), threshold.amount().value());
    }

    /** The newest figure of each breadth: a correction replaces what it corrects. Of two of one day the larger counts. */
    private Collection<Figures.Figure> usable(Threshold threshold) {
        return ofMoment(threshold)
                .collect(Collectors.toMap(
                        figure -> List.of(figure.breadth(), figure.deployment()),
                        figure -> figure,
                        (newer, older) -> newer,
                        LinkedHashMap::new))
                .values();
    }

    private Stream<Figures.Figure> ofMoment(Threshold threshold) {
        return figures.all().stream()
                .filter(figure -> counts(figure, threshold)
                        && !figure.asOf().isAfter(day)
                        && ofItsMoment(figure, threshold.moment()))
                .sorted(Comparator.comparing(Figures.Figure::asOf)
                        .thenComparing(Figures.Figure::value)
                        .reversed());
    }

    /** Another product's figure says nothing about this product, but it is a part of the whole entity's. */
    private boolean counts(Figures.Figure figure, Threshold threshold) {
        boolean thisProduct = breadth(threshold) != Figures.Breadth.PRODUCT
                || figure.deployment().map(deployment::equals).orElse(true);
        return thisProduct
                && figure.metric() == threshold.metric()
                && figure.entity().equals(licensee)
                && figure.unit().equals(threshold.amount().unit());
    }

    private boolean ofItsMoment(Figures.Figure figure, Threshold.Moment moment) {
        return switch (moment) {
            case Threshold.Moment.InMonth(var month) -> figure.period().equals(Period.of(month));
            case Threshold.Moment.PrecedingMonth() -> figure.period().equals(Period.of(precedingMonth()));
            case Threshold.Moment.Continuous() ->
                !figure.asOf().plusDays(maxAgeDays).isBefore(day);
        };
    }

    private YearMonth precedingMonth() {
        return YearMonth.from(day).minusMonths(1);
    }

    private Result result(Tri met, Threshold threshold, Figures.Figure figure) {
        var used = new Finding.FactUsed(
                new Question.Figure(figure.metric(), figure.entity(), figure.breadth(), figure.period()),
                figure.value().toPlainString() + " " + figure.unit(),
                Optional.of(threshold.amount().value().toPlainString() + " "
                        + threshold.amount().unit()),
                met.isYes());
        var flips = switch (threshold.moment()) {
            case Threshold.Moment.Continuous() -> Optional.of(figure.asOf().plusDays(maxAgeDays + 1L));
            case Threshold.Moment.InMonth _ -> Optional.<LocalDate>empty();
            case Threshold.Moment.PrecedingMonth() -> flips(threshold);
        };
        return new Result(met, List.of(used), flips);
    }

    /** A month that has just ended is another month from the first day of the next one on. */
    private Optional<LocalDate> flips(Threshold threshold) {
        return threshold.moment() instanceof Threshold.Moment.PrecedingMonth
                ? Optional.of(YearMonth.from(day).plusMonths(1).atDay(1))
                : Optional.empty();
    }

    private Question question(Threshold threshold) {
        var period = switch (threshold.moment()) {
            case Threshold.Moment.InMonth(var month) -> Period.of(month);
            case Threshold.Moment.PrecedingMonth() -> Period.of(precedingMonth());
            case Threshold.Moment.Continuous() -> Period.LATEST;
        };
        return new Question.Figure(threshold.metric(), licensee, breadth(threshold), period);
    }

    static Figures.Breadth breadth(Threshold threshold) {
        return switch (threshold.counted()) {
            case THIS_PRODUCT -> Figures.Breadth.PRODUCT;
            case WHOLE_ENTITY ->
                switch (threshold.whose()) {
                    case LICENSEE -> Figures.Breadth.ENTITY;
                    case LICENSEE_WITH_AFFILIATES, GROUP_OR_EMPLOYER -> Figures.Breadth.GROUP;
                };
        };
    }

    /** The limit as one argument of a message, for example {@code more-than|700000000|users}. */
    static String written(Threshold threshold) {
        return "%s|%s|%s"
                .formatted(
                        Ids.of(threshold.comparator()),
                        threshold.amount().value().toPlainString(),
                        threshold.amount().unit());
    }
}
