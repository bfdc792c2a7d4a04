package licet.web.access;

import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/**
 * The page behind the one-time link of the first start.
 *
 * @param action address of the form, which carries the link's secret
 */
public record SetUpView(String action, String login, String displayName, List<FormProblem> problems) {
    public SetUpView {
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
