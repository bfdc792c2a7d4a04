package licet.rules.policy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.facts.Question;

/** What one rule says about one model in one deployment. */
public sealed interface Ruling {
    RuleSource source();

    /** @param because the rule's reason with its facts filled in */
    record Fires(RuleSource source, String because) implements Ruling {}

    record DoesNotFire(RuleSource source) implements Ruling {}

    /**
     * Whether the rule fires hangs on facts that are not on record.
     *
     * @param facts names of the facts that still decide, for example {@code deployment.residency}
     * @param questions whose answers would settle it
     */
    record NeedsFacts(RuleSource source, SortedSet<String> facts, SortedSet<Question> questions) implements Ruling {
        public NeedsFacts {
            facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
            questions = Collections.unmodifiableSortedSet(new TreeSet<>(questions));
        }
    }
}
