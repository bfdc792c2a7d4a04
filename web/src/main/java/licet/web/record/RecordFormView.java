package licet.web.record;

import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/**
 * The form that puts a verdict on record.
 *
 * @param back address of the page of the model
 * @param source {@code local} for an imported model; empty for the Hub's
 */
public record RecordFormView(
        String formToken,
        String back,
        String model,
        String revision,
        String source,
        String deployment,
        String reason,
        List<FormProblem> problems) {
    public RecordFormView {
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
