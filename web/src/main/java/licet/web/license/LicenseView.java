package licet.web.license;

import java.util.List;
import java.util.Optional;
import licet.registry.license.ClauseGroup;
import licet.registry.license.LicenseDocument;

/**
 * One license or use policy.
 *
 * @param groups the clauses under the heading where a reader looks for them; empty groups are left out
 * @param packs deployments whose duties can be shown
 * @param pack what the chosen deployment has to do because of this text
 */
public record LicenseView(
        LicenseDocument license, List<Group> groups, List<DeploymentChoice> packs, Optional<PackPreview> pack) {
    public LicenseView {
        groups = List.copyOf(groups);
        packs = List.copyOf(packs);
    }

    public record Group(ClauseGroup group, List<LicenseDocument.ClauseLine> clauses) {
        public Group {
            clauses = List.copyOf(clauses);
        }
    }

    public record DeploymentChoice(String key, String name, boolean chosen) {}

    /**
     * @param models for which it was made, as many as one request takes
     * @param api where programs get the whole pack
     */
    public record PackPreview(String deployment, List<String> models, List<Task> due, List<Task> open, String api) {
        public PackPreview {
            models = List.copyOf(models);
            due = List.copyOf(due);
            open = List.copyOf(open);
        }

        public boolean isEmpty() {
            return due.isEmpty() && open.isEmpty();
        }
    }

    public record Task(String text, Optional<String> words, Optional<String> condition) {}
}
