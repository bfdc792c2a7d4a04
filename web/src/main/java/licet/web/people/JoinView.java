package licet.web.people;

import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/** The page behind a one-time link. @param action address of the form, which carries the link's secret */
public record JoinView(String action, String login, List<FormProblem> problems) {
    public JoinView {
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
