package licet.rules.verdict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Group;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.facts.Tri;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Threshold;

/**
 * Holds a threshold against the figures of its moment. A figure that the asked one cannot be smaller than decides when it
 * meets the limit, and one that it cannot exceed decides when it does not.
 */
record FigureTest(
        Organization organization,
        Map<Threshold.Metric, List<Figures.Figure>> figures,
        EntityKey licensee,
        DeploymentKey deployment,
        LocalDate day,
        int maxAgeDays) {

    static FigureTest of(Organization organization, Deployment deployment, LocalDate day, int maxAgeDays) {
        var byMetric = organization.figures().all().stream().collect(Collectors.groupingBy(Figures.Figure::metric));
        return new FigureTest(organization, byMetric, deployment.licensee(), deployment.key(), day, maxAgeDays);
    }

    record Result(Tri met, List<Finding.FactUsed> facts, Optional<LocalDate> flips) {}

    /** @param control who counts as an affiliate under the license */
    Result test(Threshold threshold, ControlTest control) {
        var moment = new FigureMoment(threshold.moment(), day, maxAgeDays);
        var group = organization.group(licensee, control, day);
        var bounds = new FigureBounds(this, threshold, control, group, moment);
        var meeting = bounds.lower().stream()
                .filter(bound -> meets(threshold, bound.low()))
                .findFirst();
        var staying = bounds.upper().stream()
                .filter(bound -> !meets(threshold, bound.high()))
                .findFirst();
        var decided = meeting.or(() -> staying);
        var met = meeting.isPresent()
                ? Tri.YES
                : staying.isPresent() ? Tri.NO : Tri.unknown(question(threshold, control, group, moment));
        var dates = Stream.of(
                        meeting.isPresent() && moment.keepsEachPeriod()
                                ? Optional.<LocalDate>empty()
                                : decided.flatMap(bound -> moment.flipsFor(bound.figures())),
                        decided.isEmpty() ? moment.next() : Optional.<LocalDate>empty(),
                        bounds.announced(),
                        breadth(threshold) == Figures.Breadth.GROUP ? group.flips() : Optional.<LocalDate>empty())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new Result(
                met, decided.map(bound -> used(threshold, bound, met.isYes())).orElse(List.of()), dates);
    }

    private static boolean meets(Threshold threshold, java.math.BigDecimal value) {
        return threshold.comparator().meets(value, threshold.amount().value());
    }

    private static List<Finding.FactUsed> used(Threshold threshold, FigureBounds.Bound bound, boolean met) {
        return bound.parts().stream()
                .map(part -> new Finding.FactUsed(
                        new Question.Figure(
                                part.figure().metric(),
                                part.figure().entity(),
                                part.figure().breadth(),
                                part.figure().period()),
                        part.shown(),
                        Optional.of(threshold.amount().value().toPlainString() + " "
                                + threshold.amount().unit()),
                        met))
                .toList();
    }

    private Question question(Threshold threshold, ControlTest control, Group group, FigureMoment moment) {
        boolean usual = group.possible()
                        .equals(organization
                                .group(licensee, ControlTest.MORE_THAN_HALF, day)
                                .sure())
                && group.sure().equals(group.possible());
        return new Question.Figure(
                threshold.metric(),
                licensee,
                breadth(threshold),
                moment.asked(),
                usual || breadth(threshold) != Figures.Breadth.GROUP ? Optional.empty() : Optional.of(control));
    }

    static Figures.Breadth breadth(Threshold threshold) {
        return switch (threshold.counted()) {
            case THIS_PRODUCT -> Figures.Breadth.PRODUCT;
            case WHOLE_ENTITY ->
                switch (threshold.whose()) {
                    case LICENSEE -> Figures.Breadth.ENTITY;
                    case LICENSEE_WITH_AFFILIATES, GROUP_OR_EMPLOYER, ANY_ONE_OF_THE_GROUP -> Figures.Breadth.GROUP;
                };
        };
    }

    /** The limit as one argument of a message, for example {@code more-than|700000000|users}. */
    static String written(Threshold threshold) {
        return Ids.of(threshold.comparator())
                + "|" + threshold.amount().value().toPlainString()
                + "|" + threshold.amount().unit();
    }
}
