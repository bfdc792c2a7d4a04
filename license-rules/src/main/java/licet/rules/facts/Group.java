package licet.rules.facts;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import licet.rules.license.License.Terms.ControlTest;

/**
 * The entities that count together on one day under one control test: whoever controls the entity, and whatever they
 * control.
 *
 * @param sure entities that belong to it on known facts, the asked one included
 * @param possible those and the ones that belong to it if open facts about shares turn out so
 * @param flips first later day on which a dated share can change it
 */
public record Group(SortedSet<EntityKey> sure, SortedSet<EntityKey> possible, Optional<LocalDate> flips) {

    static Group of(EntityKey entity, Collection<Holding> holdings, ControlTest test, LocalDate day) {
        if (holdings.isEmpty()) {
            var alone = Collections.unmodifiableSortedSet(new TreeSet<>(java.util.Set.of(entity)));
            return new Group(alone, alone, Optional.empty());
        }
        var current = holdings.stream().filter(holding -> holding.heldOn(day)).toList();
        return new Group(
                around(
                        entity,
                        current.stream()
                                .filter(holding -> holding.controls(test).orElse(false))
                                .toList()),
                around(
                        entity,
                        current.stream()
                                .filter(holding -> holding.controls(test).orElse(true))
                                .toList()),
                holdings.stream()
                        .flatMap(holding -> Stream.of(holding.from(), holding.until()))
                        .flatMap(Optional::stream)
                        .filter(date -> date.isAfter(day))
                        .min(Comparator.naturalOrder()));
    }

    private static SortedSet<EntityKey> around(EntityKey entity, Collection<Holding> controlling) {
        var owners = reach(java.util.Set.of(entity), controlling, Holding::owned, Holding::owner);
        return reach(owners, controlling, Holding::owner, Holding::owned);
    }

    private static SortedSet<EntityKey> reach(
            Collection<EntityKey> start,
            Collection<Holding> edges,
            Function<Holding, EntityKey> near,
            Function<Holding, EntityKey> far) {
        var reached = new TreeSet<>(start);
        var open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            var entity = open.remove();
            edges.stream()
                    .filter(edge -> near.apply(edge).equals(entity))
                    .map(far)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }
}
