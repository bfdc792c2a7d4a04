package licet.rules.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
        Organization organization, EntityKey licensee, DeploymentKey deployment, LocalDate day, int maxAgeDays) {

    static FigureTest of(Organization organization, Deployment deployment, LocalDate day, int maxAgeDays) {
        return new FigureTest(organization, deployment.licensee(), deployment.key(), day, maxAgeDays);
    }

    record Result(Tri met, List<Finding.FactUsed> facts, Optional<LocalDate> flips) {}

    /** @param control who counts as an affiliate under the license */
    Result test(Threshold threshold, ControlTest control) {
        var moment = FigureMoment.of(threshold.moment(), day, maxAgeDays);
        var group = organization.group(licensee, control, day);
        var bounds = FigureBounds.of(this, threshold, control, group, moment);
        for (var bound : bounds.lower()) {
            if (meets(threshold, bound.low())) {
                var until = moment.keepsEachPeriod() ? Optional.<LocalDate>empty() : moment.flipsFor(bound.figures());
                return new Result(Tri.YES, used(threshold, bound, true), flips(bounds, until));
            }
        }
        for (var bound : bounds.upper()) {
            if (!meets(threshold, bound.high())) {
                return new Result(
                        Tri.NO, used(threshold, bound, false), flips(bounds, moment.flipsFor(bound.figures())));
            }
        }
        return new Result(
                Tri.unknown(question(threshold, control, group, moment)), List.of(), flips(bounds, moment.next()));
    }

    /** @param until first day on which the deciding figures no longer decide */
    private static Optional<LocalDate> flips(FigureBounds bounds, Optional<LocalDate> until) {
        var days = new TreeSet<LocalDate>();
        until.ifPresent(days::add);
        bounds.announced().ifPresent(days::add);
        if (breadth(bounds.threshold()) == Figures.Breadth.GROUP) {
            bounds.group().flips().ifPresent(days::add);
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(days.first());
    }

    private static boolean meets(Threshold threshold, java.math.BigDecimal value) {
        return threshold.comparator().meets(value, threshold.amount().value());
    }

    private static List<Finding.FactUsed> used(Threshold threshold, FigureBounds.Bound bound, boolean met) {
        var limit = Optional.of(threshold.amount().value().toPlainString() + " "
                + threshold.amount().unit());
        var facts = new ArrayList<Finding.FactUsed>();
        for (var part : bound.parts()) {
            var figure = part.figure();
            var answers = new Question.Figure(figure.metric(), figure.entity(), figure.breadth(), figure.period());
            facts.add(new Finding.FactUsed(answers, part.shown(), limit, met));
        }
        return facts;
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
