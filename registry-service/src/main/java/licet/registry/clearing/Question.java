package licet.registry.clearing;

import java.util.List;
import java.util.Set;
import licet.rules.evidence.Artifact;

/**
 * What the evidence of one model leaves to people.
 *
 * @param keys identities of the evidence, the leading one first; a clearing of any of them answers it
 * @param artifacts whose license is asked for; none where the question is another one
 */
record Question(QuestionKind kind, List<String> keys, Set<Artifact> artifacts) {
    Question {
        keys = keys.stream().distinct().toList();
        artifacts = licet.rules.facts.Ordered.copy(artifacts);
    }
}
