package licet.rules.regulation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import licet.rules.Check;

/** All regulations that are known, by id. */
public final class Regulations {
    private final SortedMap<String, Regulation> byId = new TreeMap<>();

    public Regulations(Collection<Regulation> regulations) {
        for (var regulation : regulations) {
            Check.that(byId.put(regulation.id(), regulation) == null, "two regulations have the id " + regulation.id());
        }
    }

    public Optional<Regulation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Regulation> all() {
        return List.copyOf(byId.values());
    }
}
