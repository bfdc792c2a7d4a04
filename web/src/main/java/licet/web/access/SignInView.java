package licet.web.access;

import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/**
 * The sign-in page.
 *
 * @param login as it was sent before, so that it need not be written twice
 * @param to where to go on afterward
 */
public record SignInView(String login, Optional<String> to, List<FormProblem> problems) {
    public SignInView {
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
