package licet.registry.platform.audit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Answers from memory as long as no change touched what they were made from, and only under the lease of
 * {@link HeadWatch}. Bounded: when it is full it starts again.
 */
public final class HeadCache<K, V> {
    private final HeadWatch watch;
    private final int limit;
    private final Set<String> objectKinds;
    private final Map<K, V> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    HeadCache(HeadWatch watch, int limit, Set<String> objectKinds) {
        this.watch = watch;
        this.limit = limit;
        this.objectKinds = Set.copyOf(objectKinds);
    }

    /**
     * Loads when there is nothing in memory, or when memory may not be trusted at this moment. While the database cannot
     * be seen it answers from memory as far as the operator allows, and else refuses without waiting.
     */
    public V get(K key, Function<K, V> load) {
        var known = watch.isFresh() || watch.allowedSince().isPresent() ? entries.get(key) : null;
        if (known != null) {
            return known;
        }
        watch.requireSight();
        var before = generation.get();
        var loaded = load.apply(key);
        remember(key, loaded, before);
        return loaded;
    }

    /** Forgets one key, for what changes by the clock. */
    public void forget(K key) {
        entries.remove(key);
    }

    private void remember(K key, V loaded, long before) {
        if (entries.size() >= limit) {
            entries.clear();
        }
        entries.put(key, loaded);
        // A change during the load may have come before or after what was read: then it is not kept.
        if (generation.get() != before) {
            entries.remove(key);
        }
    }

    void changed(HeadMoved moved) {
        if (moved.touches(objectKinds)) {
            generation.incrementAndGet();
            entries.clear();
        }
    }
}
