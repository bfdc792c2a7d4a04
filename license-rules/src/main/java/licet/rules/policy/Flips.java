package licet.rules.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects, while a policy is evaluated, the days on which one of its dated comparisons comes out differently. */
final class Flips {
    private final SortedSet<LocalDate> days = new TreeSet<>();

    void add(LocalDate day) {
        days.add(day);
    }

    SortedSet<LocalDate> days() {
        return Collections.unmodifiableSortedSet(days);
    }
}
