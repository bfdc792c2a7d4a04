package licet.rules.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import licet.rules.facts.Deployment;
import licet.rules.facts.Question;
import licet.rules.license.Act;

/**
 * The acts of a deployment are one value to a condition, so an act that nobody has answered for would hide the others.
 * Going through the answers shows which of them decide.
 */
final class OpenActs {
    /** More open acts than this are all asked for: the number of combinations doubles with each. */
    private static final int MAX = 6;

    private final List<Act> open;
    private final Set<Act> done;

    OpenActs(Deployment.Acts acts) {
        this.open = acts.unknown().stream().sorted().toList();
        this.done = acts.done();
    }

    boolean canBeTried() {
        return !open.isEmpty() && open.size() <= MAX;
    }

    /** What the condition gives for every way in which the open acts can be answered. */
    <T> List<T> outcomes(Function<Set<Act>, T> condition) {
        var all = new ArrayList<T>();
        for (int answers = 0; answers < 1 << open.size(); answers++) {
            all.add(condition.apply(acts(answers)));
        }
        return all;
    }

    private Set<Act> acts(int answers) {
        var acts = new HashSet<>(done);
        for (int i = 0; i < open.size(); i++) {
            if ((answers & 1 << i) != 0) {
                acts.add(open.get(i));
            }
        }
        return acts;
    }

    /** Questions for the acts whose answer makes a difference to the outcomes. */
    SortedSet<Question> deciding(List<?> outcomes) {
        var questions = new TreeSet<Question>();
        for (int answers = 0; answers < outcomes.size(); answers++) {
            for (int i = 0; i < open.size(); i++) {
                if (!outcomes.get(answers).equals(outcomes.get(answers | 1 << i))) {
                    questions.add(new Question.DoesAct(open.get(i)));
                }
            }
        }
        return questions;
    }
}
