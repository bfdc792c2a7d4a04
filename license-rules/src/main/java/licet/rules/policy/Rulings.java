package licet.rules.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What all rules of a policy, and of the regulations that it switches on, say about one model in one deployment.
 *
 * @param flips days after the day of the evaluation on which one of them can say something else
 */
public record Rulings(List<Ruling> all, SortedSet<LocalDate> flips) {
    public Rulings {
        all = List.copyOf(all);
        flips = Collections.unmodifiableSortedSet(new TreeSet<>(flips));
    }

    /** Names of the facts that still matter to some rule that can stop a use. */
    public SortedSet<String> openFacts() {
        var names = new TreeSet<String>();
        for (var ruling : all) {
            if (ruling instanceof Ruling.NeedsFacts open && !open.source().onlyInforms()) {
                names.addAll(open.facts());
            }
        }
        return names;
    }
}
