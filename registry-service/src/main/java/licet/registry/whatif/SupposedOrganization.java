package licet.registry.whatif;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.facts.Deployment;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Fact;
import licet.rules.facts.Figures;
import licet.rules.facts.Organization;
import licet.rules.facts.Organization.Entity;
import licet.rules.facts.Period;
import licet.rules.facts.Question;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Scope.Business;

/** An organization with one of its facts answered. */
final class SupposedOrganization {
    private static final String SOURCE = "what-if";

    private SupposedOrganization() {}

    /** The figure counts as of today: a newer one takes the place of an older. */
    static Organization with(
            Organization of, Question.Figure asked, Given given, Deployment deployment, LocalDate day) {
        known(of, asked.entity());
        var figure = new Figures.Figure(
                asked.metric(),
                asked.entity(),
                asked.breadth(),
                asked.period(),
                given.amount(),
                given.unit(AnswerForm.units(asked.metric())),
                day,
                SOURCE,
                SOURCE,
                asked.control().orElse(ControlTest.MORE_THAN_HALF),
                asked.breadth() == Figures.Breadth.PRODUCT ? Optional.of(deployment.key()) : Optional.empty());
        var figures =
                Stream.concat(of.figures().all().stream().filter(other -> !isSame(other, figure)), Stream.of(figure));
        return new Organization(of.entities(), of.holdings(), new Figures(figures.toList()), of.exchange());
    }

    /** Of two figures of one day the larger would count; the latest one has no period of its own. */
    private static boolean isSame(Figures.Figure one, Figures.Figure other) {
        return one.metric() == other.metric()
                && one.entity().equals(other.entity())
                && one.breadth() == other.breadth()
                && (one.period().equals(other.period())
                        || other.period().equals(Period.LATEST) && one.asOf().equals(other.asOf()))
                && one.deployment().equals(other.deployment());
    }

    static Organization withSeat(Organization of, EntityKey key, Given given) {
        var entity = known(of, key);
        return with(
                of,
                new Entity(
                        key,
                        entity.name(),
                        Fact.known(given.country()),
                        entity.registered(),
                        entity.businesses(),
                        entity.competesWith()));
    }

    static Organization with(Organization of, Question.AboutEntity asked, Given given) {
        var entity = known(of, asked.entity());
        return with(
                of,
                switch (asked.fact()) {
                    case BUSINESSES ->
                        new Entity(
                                entity.key(),
                                entity.name(),
                                entity.seat(),
                                entity.registered(),
                                Fact.known(given.some(Business.class)),
                                entity.competesWith());
                    case COMPETES_WITH ->
                        new Entity(
                                entity.key(),
                                entity.name(),
                                entity.seat(),
                                entity.registered(),
                                entity.businesses(),
                                Fact.known(given.keys()));
                    case REGISTERED_SEAT ->
                        new Entity(
                                entity.key(),
                                entity.name(),
                                entity.seat(),
                                Fact.known(given.country()),
                                entity.businesses(),
                                entity.competesWith());
                });
    }

    private static Organization with(Organization of, Entity changed) {
        var entities = of.entities().stream()
                .map(entity -> entity.key().equals(changed.key()) ? changed : entity)
                .toList();
        return new Organization(entities, of.holdings(), of.figures(), of.exchange());
    }

    private static Entity known(Organization of, EntityKey key) {
        return of.find(key)
                .orElseThrow(() -> new IllegalArgumentException("ask about an entity of the organization profile"));
    }
}
