package licet.registry.approval;

import java.time.LocalDate;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/**
 * What somebody asks for.
 *
 * @param source where the model comes from; empty for the Hub of this instance
 * @param revision a commit; empty for what stands for the model now
 * @param justification 1 to 4,000 characters
 */
public record NewRequest(
        Optional<String> source,
        ModelId model,
        Optional<String> revision,
        DeploymentKey deployment,
        String justification,
        Optional<LocalDate> neededBy) {
    public NewRequest {
        justification = words("/justification", justification);
    }

    static final int LONGEST = 4_000;

    /** What people write is kept as they wrote it, within limits. */
    static String words(String field, String given) {
        String words = given.strip().replace('\0', '\uFFFD');
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new RegistryProblem.Malformed(field, null, "write 1 to " + LONGEST + " characters").asException();
        }
        return words;
    }
}
