package licet.registry.change;

import jakarta.inject.Singleton;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.audit.Actor;
import licet.rules.facts.Organization;
import licet.rules.format.OrganizationYaml;

/** Changes of the organization's facts: read, shown in advance, saved as a new version. */
@Singleton
public class OrganizationChanges {
    private final Facts facts;
    private final FactPreviews previews;
    private final VerdictTable answers;

    OrganizationChanges(Facts facts, FactPreviews previews, VerdictTable answers) {
        this.facts = facts;
        this.previews = previews;
        this.answers = answers;
    }

    public CurrentFacts current() {
        return facts.current();
    }

    /**
     * Reads a whole profile as JSON, which is read like a file. Every problem names its field.
     *
     * @param text with the fields of {@link OrganizationYaml}
     */
    public Organization parse(String text) {
        var organization = FieldProblems.read(() -> OrganizationYaml.parse("organization", text));
        for (var stored : facts.current().deployments()) {
            var deployment = stored.deployment();
            if (organization.find(deployment.licensee()).isEmpty()) {
                throw FieldProblems.at(
                        "/entities",
                        deployment.licensee().value(),
                        "%s is the licensee of the deployment %s; give that another licensee first"
                                .formatted(deployment.licensee(), deployment.key()));
            }
        }
        return organization;
    }

    public FactPreview preview(Organization proposed, boolean showValues) {
        return previews.of(proposed, showValues);
    }

    /**
     * @param from the version from which the change started
     * @return the version that holds now
     */
    public int save(Organization organization, int from, Actor actor) {
        int version = facts.saveOrganization(organization, from, actor);
        // Lists would say NEEDS until the next turn of the task that does the same.
        answers.fill();
        return version;
    }
}
