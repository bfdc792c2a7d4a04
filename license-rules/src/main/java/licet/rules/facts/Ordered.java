package licet.rules.facts;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Copies of sets that are written in the same order by every process: digests and replay depend on it. */
public final class Ordered {
    private Ordered() {}

    public static <T extends Comparable<? super T>> Set<T> copy(Set<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
