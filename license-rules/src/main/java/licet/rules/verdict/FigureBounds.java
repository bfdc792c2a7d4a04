package licet.rules.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures;
import licet.rules.facts.Figures.Breadth;
import licet.rules.facts.Figures.Figure;
import licet.rules.facts.Group;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Threshold;

/**
 * What the figures on record say about the one that a threshold asks for: the product counts no more than its entity, the
 * entity no more than its group, and the group no more than its entities added up.
 */
record FigureBounds(FigureTest test, Threshold threshold, ControlTest control, Group group, FigureMoment moment) {
    private static final BigDecimal PERCENT = new BigDecimal(100);

    /** A figure in the unit of the threshold, at least {@code low} and at most {@code high}. */
    record Part(Figure figure, BigDecimal low, BigDecimal high, String shown) {}

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
            return parts.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        List<Figure> figures() {
            return parts.stream().map(Part::figure).toList();
        }
    }

    /** What the asked figure cannot be smaller than. */
    List<Bound> lower() {
        return newest(moment::canMeet)
                .filter(part -> isPart(part.figure()) || standsForEachEntity(part.figure()))
                .map(Bound::of)
                .toList();
    }

    /** Where not every entity's own figure is on record, that of the whole group is taken instead. */
    private boolean standsForEachEntity(Figure figure) {
        return anyOne()
                && figure.breadth() == Breadth.GROUP
                && isOfTheGroup(figure)
                && together(newest(moment::canStayBelow).toList()).isEmpty();
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
        var parts = newest(moment::canStayBelow).toList();
        return Stream.concat(parts.stream().flatMap(part -> bounding(part, parts).stream()), together(parts).stream())
                .toList();
    }

    private Optional<Bound> bounding(Part part, List<Part> all) {
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
            case GROUP -> figure.breadth() == Breadth.GROUP ? completed(part, all) : Optional.empty();
        };
    }

    /** A group's figure, with the figures of those entities that it does not cover. */
    private Optional<Bound> completed(Part part, List<Part> all) {
        if (asAsked(part.figure())) {
            return Optional.of(Bound.of(part));
        }
        var uncovered = new TreeSet<>(group.possible());
        uncovered.removeAll(covers(part.figure()).sure());
        return entities(uncovered, all)
                .map(more ->
                        Bound.sum(Stream.concat(Stream.of(part), more.stream()).toList()));
    }

    /** All entities of the group, each with its own figure. */
    private Optional<Bound> together(List<Part> all) {
        if (FigureTest.breadth(threshold) != Breadth.GROUP || group.possible().size() < 2) {
            return Optional.empty();
        }
        return entities(group.possible(), all).map(parts -> anyOne() ? Bound.largest(parts) : Bound.sum(parts));
    }

    private static Optional<List<Part>> entities(Set<EntityKey> entities, List<Part> all) {
        var found = new ArrayList<Part>();
        for (var entity : entities) {
            all.stream()
                    .filter(part -> part.figure().breadth() == Breadth.ENTITY
                            && part.figure().entity().equals(entity))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.size() == entities.size() ? Optional.of(found) : Optional.empty();
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
    private Stream<Part> newest(Predicate<Figure> usable) {
        Collection<Part> newest = figures()
                .filter(usable)
                .flatMap(figure -> inUnit(figure).stream())
                .collect(Collectors.toMap(
                        part -> List.of(
                                part.figure().entity(),
                                part.figure().breadth(),
                                part.figure().control(),
                                part.figure().deployment(),
                                moment.keepsEachPeriod() ? part.figure().period() : ""),
                        part -> part,
                        FigureBounds::newer,
                        java.util.LinkedHashMap::new))
                .values();
        return newest.stream().sorted(Comparator.comparing(part -> part.figure().breadth()));
    }

    private static Part newer(Part left, Part right) {
        var order = Comparator.comparing((Part part) -> part.figure().asOf()).thenComparing(Part::high);
        return order.compare(left, right) >= 0 ? left : right;
    }

    private Stream<Figure> figures() {
        return test.figures().getOrDefault(threshold.metric(), List.of()).stream();
    }

    /** A figure in another currency is converted at the rate of its own time, and near the limit it does not decide. */
    private Optional<Part> inUnit(Figure figure) {
        String unit = threshold.amount().unit();
        String written = figure.value().toPlainString() + " " + figure.unit();
        if (figure.unit().equals(unit)) {
            return Optional.of(new Part(figure, figure.value(), figure.value(), written));
        }
        return test.organization()
                .exchange()
                .find(figure.unit(), unit, figure.asOf(), test.maxAgeDays())
                .map(rate -> converted(figure, rate, written));
    }

    private Part converted(Figure figure, Exchange.Rate rate, String written) {
        var value = figure.value().multiply(rate.rate());
        var margin = threshold
                .amount()
                .value()
                .multiply(test.organization().exchange().marginPercent())
                .divide(PERCENT, 6, RoundingMode.HALF_UP);
        return new Part(
                figure,
                value.subtract(margin),
                value.add(margin),
                "%s (%s %s at %s, %s, %s)"
                        .formatted(
                                written,
                                value.setScale(0, RoundingMode.HALF_UP).toPlainString(),
                                rate.to(),
                                rate.rate().toPlainString(),
                                rate.source(),
                                rate.asOf()));
    }

    /** A figure that is dated later begins to count on its day. */
    Optional<LocalDate> announced() {
        return figures()
                .filter(figure -> figure.asOf().isAfter(test.day()))
                .map(Figures.Figure::asOf)
                .min(Comparator.naturalOrder());
    }
}
