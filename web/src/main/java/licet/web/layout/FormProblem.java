package licet.web.layout;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one field of a form.
 *
 * @param field its id, to which the summary links
 */
public record FormProblem(String field, String text) {
    public static Optional<String> find(List<FormProblem> problems, String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FormProblem::text)
                .findFirst();
    }
}
