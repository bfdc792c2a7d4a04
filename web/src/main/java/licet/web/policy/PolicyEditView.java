package licet.web.policy;

import java.util.List;
import java.util.Optional;
import licet.registry.policy.FlipPreview;
import licet.registry.policy.PolicyDocument;
import licet.registry.policy.PolicyText;
import licet.web.layout.FormProblem;

/**
 * A text that somebody writes.
 *
 * @param flaws what is wrong with it, by line and column
 * @param preview what it would flip; present once it was checked and nothing is wrong
 */
public record PolicyEditView(
        String source,
        String reason,
        String basedOn,
        List<PolicyText.Flaw> flaws,
        List<PolicyDocument.TestLine> tests,
        Optional<FlipPreview> preview,
        String formToken,
        List<FormProblem> problems) {
    public PolicyEditView {
        flaws = List.copyOf(flaws);
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    /** Enough to write in without scrolling inside the field all the time. */
    public int rows() {
        return (int) Math.clamp(source.lines().count() + 3, 24, 60);
    }
}
