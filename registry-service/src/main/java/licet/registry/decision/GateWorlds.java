package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.fact.Facts;
import licet.registry.instrument.Instruments;
import licet.registry.platform.audit.HeadEpoch;
import licet.registry.platform.audit.HeadWatch;
import org.jspecify.annotations.Nullable;

/** Reads the world once after each change, however many ask at that moment: none of them holds a connection. */
@Singleton
final class GateWorlds {
    private static final Set<String> FACTS = Set.of("deployment", "organization", "policy", Retirements.KIND);

    private final Facts facts;
    private final Instruments instruments;
    private final ApprovedRevisions approved;
    private final Retirements retirements;
    private final HeadEpoch epoch;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable GateWorld last;

    GateWorlds(
            Facts facts,
            Instruments instruments,
            ApprovedRevisions approved,
            Retirements retirements,
            HeadWatch watch) {
        this.facts = facts;
        this.instruments = instruments;
        this.approved = approved;
        this.retirements = retirements;
        this.epoch = watch.epoch(
                Stream.concat(FACTS.stream(), Instruments.KINDS.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** To be called under the lease of the watch, or where older answers are allowed. */
    GateWorld current() {
        var known = last;
        return known != null && known.epoch() == epoch.number() ? known : readOnce();
    }

    private GateWorld readOnce() {
        reading.lock();
        try {
            var known = last;
            if (known != null && known.epoch() == epoch.number()) {
                return known;
            }
            var world = read();
            last = world;
            return world;
        } finally {
            reading.unlock();
        }
    }

    /** Without memory of its own. */
    GateWorld read() {
        long before = epoch.number();
        return new GateWorld(before, facts.current(), instruments.current(), approved.current(), retirements.current());
    }
}
