package licet.registry.platform.audit;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes that touch some kinds of objects: what was made while the number was the same was made from the same.
 * Worth something only under the lease of {@link HeadWatch}.
 */
public final class HeadEpoch {
    private final Set<String> objectKinds;
    private final AtomicLong number = new AtomicLong();

    HeadEpoch(Set<String> objectKinds) {
        this.objectKinds = Set.copyOf(objectKinds);
    }

    public long number() {
        return number.get();
    }

    void changed(HeadMoved moved) {
        if (moved.touches(objectKinds)) {
            number.incrementAndGet();
        }
    }
}
