package licet.web.fact;

import java.util.List;
import java.util.Optional;
import licet.registry.change.FactPreview;
import licet.web.layout.FormProblem;

/**
 * A form about facts, with what it would change.
 *
 * @param action where the form goes; {@code back} is where nothing is changed
 * @param from the version from which the change starts; 0 for something new
 * @param preview empty until somebody looked
 * @param previewed digest of what the preview shows: only that is saved
 * @param conflict what somebody else saved meanwhile
 */
public record FactEditView(
        Heading heading,
        String action,
        String formToken,
        int from,
        List<FactField.Group> groups,
        List<FormProblem> problems,
        Optional<FactPreview> preview,
        String previewed,
        Optional<Conflict> conflict,
        boolean removable) {
    public FactEditView {
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
    }

    public record Heading(String title, String lede, String parent, String back) {}

    /** @param changes what it changed */
    public record Conflict(int version, Optional<String> by, List<FactRow.Change> changes) {
        public Conflict {
            changes = List.copyOf(changes);
        }
    }
}
