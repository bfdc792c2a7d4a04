package licet.rules.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import licet.rules.Check;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Scope.Business;

/**
 * Profile of the user's organization: its legal entities, who holds whom, and their figures.
 *
 * @param holdings shares that make entities each other's affiliates
 * @param exchange rates for figures in another currency than a license asks for
 */
public record Organization(List<Entity> entities, List<Holding> holdings, Figures figures, Exchange exchange) {
    /** Profiles that were stored before holdings and exchange rates existed have neither. */
    @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
    public Organization {
        entities = List.copyOf(entities);
        holdings = holdings == null ? List.of() : List.copyOf(holdings);
        exchange = exchange == null ? Exchange.NONE : exchange;
        Check.that(
                entities.stream().map(Entity::key).distinct().count() == entities.size(),
                "two entities have the same key");
        var known = entities.stream().map(Entity::key).toList();
        holdings.forEach(holding -> Check.that(
                known.contains(holding.owner()) && known.contains(holding.owned()),
                "a holding of " + holding.owner() + " in " + holding.owned() + " names an unknown entity; known are "
                        + known));
    }

    public Organization(List<Entity> entities, Figures figures) {
        this(entities, List.of(), figures, Exchange.NONE);
    }

    /**
     * @param seat country of the principal place of business
     * @param registered country of the registered seat
     * @param businesses kinds of business that licenses single out, its own and those of its affiliates
     * @param competesWith keys of the developers with whose products or models its own compete
     */
    public record Entity(
            EntityKey key,
            String name,
            Fact<Country> seat,
            Fact<Country> registered,
            Fact<Set<Business>> businesses,
            Fact<SortedSet<String>> competesWith) {
        /** Profiles that were stored before these facts existed say nothing about them. */
        @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
        public Entity {
            registered = registered == null ? Fact.unknown() : registered;
            businesses = businesses == null ? Fact.unknown() : Ordered.copy(businesses);
            competesWith = competesWith == null ? Fact.unknown() : competesWith;
        }

        public Entity(EntityKey key, String name, Fact<Country> seat) {
            this(key, name, seat, Fact.unknown(), Fact.unknown(), Fact.unknown());
        }
    }

    /** The entities that count with this one under a license's own control test. */
    public Group group(EntityKey entity, ControlTest test, LocalDate day) {
        return Group.of(entity, holdings, test, day);
    }

    public Optional<Entity> find(EntityKey key) {
        for (var entity : entities) {
            if (entity.key().equals(key)) {
                return Optional.of(entity);
            }
        }
        return Optional.empty();
    }

    public Entity get(EntityKey key) {
        return find(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown entity '" + key + "'; the organization profile has "
                                + entities.stream().map(e -> e.key().value()).toList()));
    }
}
