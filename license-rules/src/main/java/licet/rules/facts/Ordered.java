package licet.rules.facts;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Copies of sets that are written in the same order by every process: digests and replay depend on it. */
public final class Ordered {
    private Ordered() {}

    public static <T extends Comparable<? super T>> Set<T> copy(Set<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    public static <T extends Comparable<? super T>> SortedSet<T> copy(SortedSet<T> values) {
        return values.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    static <T extends Comparable<? super T>> Fact<Set<T>> copy(Fact<Set<T>> fact) {
        return fact.find().<Fact<Set<T>>>map(known -> Fact.known(copy(known))).orElse(fact);
    }
}
