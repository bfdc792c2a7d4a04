package licet.web.fact;

import java.util.List;
import java.util.Optional;
import licet.registry.change.FactPreview;

/**
 * One deployment.
 *
 * @param owner name of the team that owns it
 * @param mayChange whether the reader may change its facts
 */
public record DeploymentView(
        String key,
        String name,
        int version,
        Optional<String> owner,
        FactPreview.Answers answers,
        List<ConfirmationRow> due,
        List<FactRow.Group> facts,
        List<FactRow.Version> versions,
        boolean mayChange) {
    public DeploymentView {
        due = List.copyOf(due);
        facts = List.copyOf(facts);
        versions = List.copyOf(versions);
    }

    public long unknown() {
        return facts.stream()
                .flatMap(group -> group.facts().stream())
                .filter(fact -> !fact.known())
                .count();
    }
}
