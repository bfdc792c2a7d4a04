package licet.web.fact;

import java.util.List;
import licet.registry.change.FactPreview;

/** One deployment. @param mayChange whether the reader may change its facts */
public record DeploymentView(
        String key,
        String name,
        int version,
        FactPreview.Answers answers,
        List<FactRow.Group> facts,
        List<FactRow.Version> versions,
        boolean mayChange) {
    public DeploymentView {
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
