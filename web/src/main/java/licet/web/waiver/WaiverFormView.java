package licet.web.waiver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/**
 * The form for a new waiver.
 *
 * @param reasons what can be waived for the model in the deployment
 * @param last day on which the chosen one may end at the latest, where the policy sets a limit
 * @param hasText whether the model shows a license text of its own, by which others can be the same case
 */
public record WaiverFormView(
        String formToken,
        WaiverForm form,
        List<Reason> reasons,
        Optional<LocalDate> last,
        boolean hasText,
        List<FormProblem> problems) {
    public WaiverFormView {
        reasons = List.copyOf(reasons);
        problems = List.copyOf(problems);
    }

    /** @param days longest that a waiver of it may last */
    public record Reason(String finding, String rule, String because, Optional<Integer> days) {}

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    public boolean isChosen(Reason reason) {
        return reason.finding().equals(form.value("finding"));
    }
}
