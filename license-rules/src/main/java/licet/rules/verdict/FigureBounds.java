package licet.rules.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures.Breadth;
import licet.rules.facts.Figures.Figure;
import licet.rules.facts.Group;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Threshold;

/**
 * What the figures on record say about the one that a threshold asks for: the product counts no more than its entity, the
 * entity no more than its group, and the group no more than its entities added up.
 */
record FigureBounds(
        FigureTest test,
        Threshold threshold,
        ControlTest control,
        Group group,
        FigureMoment moment,
        List<Part> meeting,
        List<Part> staying) {
    private static final BigDecimal PERCENT = new BigDecimal(100);
    private static final Comparator<Part> BY_AGE =
            Comparator.comparing((Part part) -> part.figure().asOf()).thenComparing(Part::high);
    private static final Comparator<Part> BY_BREADTH =
            Comparator.comparing(part -> part.figure().breadth());

    static FigureBounds of(
            FigureTest test, Threshold threshold, ControlTest control, Group group, FigureMoment moment) {
        var reader = new FigureBounds(test, threshold, control, group, moment, List.of(), List.of());
        var staying = reader.newest(moment::canStayBelow);
        var meeting = moment.keepsEachPeriod() ? reader.newest(moment::canMeet) : staying;
        return new FigureBounds(test, threshold, control, group, moment, meeting, staying);
    }

    /**
     * A figure in the unit of the threshold, at least {@code low} and at most {@code high}.
     *
     * @param rate at which it was converted, if it was
     */
    record Part(Figure figure, BigDecimal low, BigDecimal high, Optional<Exchange.Rate> rate) {
        /** The figure as its owner gave it, with what it was converted to. */
        String shown() {
            String written = figure.value().toPlainString() + " " + figure.unit();
            return rate.map(used -> "%s (%s %s at %s, %s, %s)"
                            .formatted(
                                    written,
                                    figure.value()
                                            .multiply(used.rate())
                                            .setScale(0, RoundingMode.HALF_UP)
                                            .toPlainString(),
                                    used.to(),
                                    used.rate().toPlainString(),
                                    used.source(),
                                    used.asOf()))
                    .orElse(written);
        }
    }

    /** One or more figures that together bound the asked one. */
    record Bound(BigDecimal low, BigDecimal high, List<Part> parts) {
        static Bound of(Part part) {
            return new Bound(part.low(), part.high(), List.of(part));
        }

        static Bound sum(List<Part> parts) {
            return new Bound(total(parts, Part::low), total(parts, Part::high), parts);
        }

        static Bound largest(List<Part> parts) {
            return new Bound(
                    parts.stream().map(Part::low).reduce(BigDecimal.ZERO, BigDecimal::max),
                    parts.stream().map(Part::high).reduce(BigDecimal.ZERO, BigDecimal::max),
                    parts);
        }

        private static BigDecimal total(List<Part> parts, java.util.function.Function<Part, BigDecimal> value) {
            var total = BigDecimal.ZERO;
            for (var part : parts) {
                total = total.add(value.apply(part));
            }
            return total;
        }

        List<Figure> figures() {
            return parts.stream().map(Part::figure).toList();
        }
    }

    /** What the asked figure cannot be smaller than. */
    List<Bound> lower() {
        var bounds = new ArrayList<Bound>();
        for (var part : meeting) {
            if (isPart(part.figure()) || standsForEachEntity(part.figure())) {
                bounds.add(Bound.of(part));
            }
        }
        return bounds;
    }

    /** Where not every entity's own figure is on record, that of the whole group is taken instead. */
    private boolean standsForEachEntity(Figure figure) {
        return anyOne()
                && figure.breadth() == Breadth.GROUP
                && isOfTheGroup(figure)
                && together().isEmpty();
    }

    private boolean isOfTheGroup(Figure figure) {
        return asAsked(figure) || group.sure().containsAll(covers(figure).possible());
    }

    /** Whether a figure counts nothing that the asked one does not count. */
    private boolean isPart(Figure figure) {
        return switch (FigureTest.breadth(threshold)) {
            case PRODUCT -> figure.breadth() == Breadth.PRODUCT && ofLicensee(figure) && ofThisProduct(figure);
            case ENTITY -> figure.breadth() != Breadth.GROUP && ofLicensee(figure);
            case GROUP ->
                figure.breadth() == Breadth.GROUP
                        ? !anyOne() && isOfTheGroup(figure)
                        : group.sure().contains(figure.entity());
        };
    }

    /** What the asked figure cannot exceed. */
    List<Bound> upper() {
        var bounds = new ArrayList<Bound>();
        staying.forEach(part -> bounding(part).ifPresent(bounds::add));
        together().ifPresent(bounds::add);
        return bounds;
    }

    private Optional<Bound> bounding(Part part) {
        var figure = part.figure();
        return switch (FigureTest.breadth(threshold)) {
            case PRODUCT ->
                ofLicensee(figure) && (figure.breadth() != Breadth.PRODUCT || ofThisProduct(figure))
                        ? Optional.of(Bound.of(part))
                        : Optional.empty();
            case ENTITY ->
                switch (figure.breadth()) {
                    case PRODUCT -> Optional.empty();
                    case ENTITY -> ofLicensee(figure) ? Optional.of(Bound.of(part)) : Optional.empty();
                    case GROUP ->
                        covers(figure).sure().contains(test.licensee())
                                ? Optional.of(Bound.of(part))
                                : Optional.empty();
                };
            case GROUP -> figure.breadth() == Breadth.GROUP ? completed(part) : Optional.empty();
        };
    }

    /** A group's figure, with the figures of those entities that it does not cover. */
    private Optional<Bound> completed(Part part) {
        if (asAsked(part.figure())) {
            return Optional.of(Bound.of(part));
        }
        var uncovered = new TreeSet<>(group.possible());
        uncovered.removeAll(covers(part.figure()).sure());
        return entities(uncovered)
                .map(more ->
                        Bound.sum(Stream.concat(Stream.of(part), more.stream()).toList()));
    }

    /** All entities of the group, each with its own figure. */
    private Optional<Bound> together() {
        if (FigureTest.breadth(threshold) != Breadth.GROUP || group.possible().size() < 2) {
            return Optional.empty();
        }
        return entities(group.possible()).map(parts -> anyOne() ? Bound.largest(parts) : Bound.sum(parts));
    }

    private Optional<List<Part>> entities(Set<EntityKey> entities) {
        var found = new ArrayList<Part>();
        for (var entity : entities) {
            ofEntity(entity).ifPresent(found::add);
        }
        return found.size() == entities.size() ? Optional.of(found) : Optional.empty();
    }

    private Optional<Part> ofEntity(EntityKey entity) {
        for (var part : staying) {
            if (part.figure().breadth() == Breadth.ENTITY
                    && part.figure().entity().equals(entity)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private boolean anyOne() {
        return threshold.whose() == Threshold.Whose.ANY_ONE_OF_THE_GROUP;
    }

    private boolean ofLicensee(Figure figure) {
        return figure.entity().equals(test.licensee());
    }

    private boolean ofThisProduct(Figure figure) {
        return figure.deployment().map(test.deployment()::equals).orElse(true);
    }

    /** The organization counted the licensee's own group by the very test of the license. */
    private boolean asAsked(Figure figure) {
        return ofLicensee(figure) && figure.control() == control;
    }

    private Group covers(Figure figure) {
        return test.organization().group(figure.entity(), figure.control(), test.day());
    }

    /** The newest figure of each kind: a correction replaces what it corrects. Of two of one day the larger counts. */
    private List<Part> newest(Predicate<Figure> usable) {
        var newest = new ArrayList<Part>();
        for (var figure : test.organization().figures().all()) {
            if (figure.metric() == threshold.metric() && usable.test(figure)) {
                inUnit(figure).ifPresent(part -> add(newest, part));
            }
        }
        newest.sort(BY_BREADTH);
        return newest;
    }

    private void add(List<Part> newest, Part part) {
        for (int i = 0; i < newest.size(); i++) {
            var known = newest.get(i);
            if (ofOneKind(known.figure(), part.figure())) {
                newest.set(i, BY_AGE.compare(known, part) >= 0 ? known : part);
                return;
            }
        }
        newest.add(part);
    }

    private boolean ofOneKind(Figure one, Figure other) {
        return one.breadth() == other.breadth()
                && one.control() == other.control()
                && one.entity().equals(other.entity())
                && one.deployment().equals(other.deployment())
                && (!moment.keepsEachPeriod() || one.period().equals(other.period()));
    }

    /** A figure in another currency is converted at the rate of its own time, and near the limit it does not decide. */
    private Optional<Part> inUnit(Figure figure) {
        String unit = threshold.amount().unit();
        if (figure.unit().equals(unit)) {
            return Optional.of(new Part(figure, figure.value(), figure.value(), Optional.empty()));
        }
        return test.organization()
                .exchange()
                .find(figure.unit(), unit, figure.asOf(), test.maxAgeDays())
                .map(rate -> converted(figure, rate));
    }

    private Part converted(Figure figure, Exchange.Rate rate) {
        var value = figure.value().multiply(rate.rate());
        var margin = threshold
                .amount()
                .value()
                .multiply(test.organization().exchange().marginPercent())
                .divide(PERCENT, 6, RoundingMode.HALF_UP);
        return new Part(figure, value.subtract(margin), value.add(margin), Optional.of(rate));
    }

    /** A figure that is dated later begins to count on its day. */
    Optional<LocalDate> announced() {
        Optional<LocalDate> first = Optional.empty();
        for (var figure : test.organization().figures().all()) {
            var day = figure.asOf();
            if (figure.metric() == threshold.metric()
                    && day.isAfter(test.day())
                    && first.map(day::isBefore).orElse(true)) {
                first = Optional.of(day);
            }
        }
        return first;
    }
}
