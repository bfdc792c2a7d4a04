package licet.web.policy;

import java.util.List;
import java.util.Optional;
import licet.registry.policy.FlipPreview;
import licet.registry.policy.PolicyDocument;
import licet.registry.policy.PolicyVersion;
import licet.web.layout.FormProblem;

/**
 * One version of a policy.
 *
 * @param lines of the file, numbered from 1 by their place
 * @param preview what it would flip; of drafts only
 * @param desk what the reader may do with it
 */
public record PolicyView(
        PolicyDocument policy,
        List<PolicyVersion> versions,
        List<String> lines,
        Optional<FlipPreview> preview,
        Desk desk,
        List<FormProblem> problems) {
    public PolicyView {
        versions = List.copyOf(versions);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /**
     * @param formToken empty for those who may only look
     * @param activates whether the reader is another person than the author, and may put it in force
     * @param withdraws whether the reader may take it back
     * @param own whether the reader proposed it
     * @param inForce id of what it would replace
     * @param reason as it was typed
     */
    public record Desk(
            Optional<String> formToken,
            boolean activates,
            boolean withdraws,
            boolean own,
            boolean author,
            String inForce,
            String reason) {}

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    public boolean isDraft() {
        return policy.head().is(PolicyVersion.State.DRAFT);
    }

    public boolean isActive() {
        return policy.head().is(PolicyVersion.State.ACTIVE);
    }
}
