package licet.web.people;

import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/**
 * The form of one team.
 *
 * @param key empty for a new one
 * @param people boxes by login
 * @param deployments boxes by key
 */
public record TeamView(
        String key,
        String name,
        boolean fresh,
        List<Choice> people,
        List<Choice> deployments,
        List<FormProblem> problems) {
    public TeamView {
        people = List.copyOf(people);
        deployments = List.copyOf(deployments);
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
