package licet.rules.facts;

import java.util.List;
import java.util.Optional;
import licet.rules.Check;

/** Profile of the user's organization: its legal entities and their figures. */
public record Organization(List<Entity> entities, Figures figures) {
    public Organization {
        entities = List.copyOf(entities);
        Check.that(
                entities.stream().map(Entity::key).distinct().count() == entities.size(),
                "two entities have the same key");
    }

    /** @param seat country of the principal place of business */
    public record Entity(EntityKey key, String name, Fact<Country> seat) {}

    public Optional<Entity> find(EntityKey key) {
        return entities.stream().filter(entity -> entity.key().equals(key)).findFirst();
    }

    public Entity get(EntityKey key) {
        return find(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown entity '" + key + "'; the organization profile has "
                                + entities.stream().map(e -> e.key().value()).toList()));
    }
}
