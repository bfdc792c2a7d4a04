package licet.rules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.facts.Country;
import licet.rules.facts.Figures;
import licet.rules.facts.Period;
import licet.rules.facts.Question;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** What conditions may ask of the entity that takes the license. */
final class OrganizationFacts {
    private static final Set<Threshold.Metric> REVENUE =
            Set.of(Threshold.Metric.ANNUAL_REVENUE, Threshold.Metric.MONTHLY_REVENUE);

    private OrganizationFacts() {}

    static List<Entry> all() {
        return List.of(
                Entry.asked(
                        "organization.seat",
                        Shape.TEXT,
                        new Domain.Countries(false),
                        matter -> new Question.Seat(matter.licensee().key()),
                        matter -> matter.licensee().seat(),
                        Country::code),
                Entry.asked(
                        "organization.registered_seat",
                        Shape.TEXT,
                        new Domain.Countries(false),
                        matter -> about(matter, Question.AboutEntity.EntityFact.REGISTERED_SEAT),
                        matter -> matter.licensee().registered(),
                        Country::code),
                Entry.asked(
                        "organization.businesses",
                        Shape.TEXTS,
                        Domain.Words.of(Scope.Business.class),
                        matter -> about(matter, Question.AboutEntity.EntityFact.BUSINESSES),
                        matter -> matter.licensee().businesses(),
                        DeploymentFacts::ids),
                Entry.asked(
                        "organization.competes_with",
                        Shape.TEXTS,
                        new Domain.Developers(),
                        matter -> about(matter, Question.AboutEntity.EntityFact.COMPETES_WITH),
                        matter -> matter.licensee().competesWith(),
                        List::copyOf),
                figure(
                        "organization.users_as_of",
                        Threshold.Metric.MONTHLY_ACTIVE_USERS,
                        Set.of(Threshold.Metric.MONTHLY_ACTIVE_USERS)),
                figure("organization.revenue_as_of", Threshold.Metric.ANNUAL_REVENUE, REVENUE));
    }

    private static Question about(Matter matter, Question.AboutEntity.EntityFact fact) {
        return new Question.AboutEntity(matter.licensee().key(), fact);
    }

    /** The newest day on which a figure of these metrics was true. */
    private static Entry figure(String name, Threshold.Metric asked, Set<Threshold.Metric> metrics) {
        return Entry.date(
                name,
                matter -> new Question.Figure(asked, matter.licensee().key(), Figures.Breadth.GROUP, Period.LATEST),
                matter -> newest(matter, metrics));
    }

    /** A figure that is dated later counts from its day on. */
    private static Optional<LocalDate> newest(Matter matter, Set<Threshold.Metric> metrics) {
        var days = new TreeSet<LocalDate>();
        for (var figure : matter.organization().figures().all()) {
            if (metrics.contains(figure.metric())
                    && figure.entity().equals(matter.deployment().licensee())) {
                days.add(figure.asOf());
            }
        }
        Optional.ofNullable(days.higher(matter.day())).ifPresent(matter.flips()::add);
        return Optional.ofNullable(days.floor(matter.day()));
    }
}
