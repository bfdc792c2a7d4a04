package licet.rules.facts;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
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
        var sure = new ArrayList<Holding>();
        var possible = new ArrayList<Holding>();
        for (var holding : holdings) {
            if (holding.heldOn(day)) {
                var controls = holding.controls(test);
                if (controls.orElse(true)) {
                    possible.add(holding);
                }
                if (controls.orElse(false)) {
                    sure.add(holding);
                }
            }
        }
        var counted = around(entity, sure);
        return new Group(
                counted, sure.size() == possible.size() ? counted : around(entity, possible), flips(holdings, day));
    }

    private static Optional<LocalDate> flips(Collection<Holding> holdings, LocalDate day) {
        var later = new TreeSet<LocalDate>();
        for (var holding : holdings) {
            holding.from().filter(date -> date.isAfter(day)).ifPresent(later::add);
            holding.until().filter(date -> date.isAfter(day)).ifPresent(later::add);
        }
        return later.isEmpty() ? Optional.empty() : Optional.of(later.first());
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
            for (var edge : edges) {
                if (near.apply(edge).equals(entity) && reached.add(far.apply(edge))) {
                    open.add(far.apply(edge));
                }
            }
        }
        return reached;
    }
}
