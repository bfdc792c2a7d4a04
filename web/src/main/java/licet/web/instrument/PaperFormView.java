package licet.web.instrument;

import java.util.List;
import java.util.Optional;
import licet.registry.decision.PaperPreview;
import licet.web.layout.FormProblem;

/**
 * The form for a new paper.
 *
 * @param preview what it would change, once somebody asked
 * @param lostDocument whether a document has to be chosen again, since no browser sends it back
 */
public record PaperFormView(
        String formToken,
        PaperForm form,
        List<String> kinds,
        Optional<PaperPreview> preview,
        boolean lostDocument,
        List<FormProblem> problems) {
    public PaperFormView {
        kinds = List.copyOf(kinds);
        problems = List.copyOf(problems);
    }

    PaperFormView with(PaperPreview what, boolean hadDocument) {
        return new PaperFormView(formToken, form, kinds, Optional.of(what), hadDocument, problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
