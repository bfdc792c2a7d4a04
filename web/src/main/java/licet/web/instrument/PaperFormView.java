package licet.web.instrument;

import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/** The form for a new paper. */
public record PaperFormView(String formToken, PaperForm form, List<String> kinds, List<FormProblem> problems) {
    public PaperFormView {
        kinds = List.copyOf(kinds);
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
