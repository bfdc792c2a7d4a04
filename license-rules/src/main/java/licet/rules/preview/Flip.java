package licet.rules.preview;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.verdict.Answer;

/**
 * What changes for one item.
 *
 * @param gone ids of the reasons against it that would no longer stand
 * @param added ids of the reasons against it that would be new
 */
public record Flip(Portfolio.Item item, Answer from, Answer to, SortedSet<String> gone, SortedSet<String> added) {
    public Flip {
        gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
    }
}
