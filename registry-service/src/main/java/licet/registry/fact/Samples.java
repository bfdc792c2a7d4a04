package licet.registry.fact;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import licet.registry.platform.audit.Actor;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.OrganizationYaml;

/** The sample organization, deployments and policy with which an empty database begins. */
@Singleton
public class Samples {
    private static final String FOLDER = "/licet/samples/";
    private static final List<String> DEPLOYMENTS =
            List.of("eu-internal-tool", "large-customer-product", "us-hosted-service");
    private static final String POLICY = "policies/balanced.yaml";

    private final Facts facts;

    Samples(Facts facts) {
        this.facts = facts;
    }

    /** Fills an empty database; returns whether it did. */
    public boolean loadIfEmpty() {
        if (!facts.isEmpty()) {
            return false;
        }
        facts.activatePolicy(text(POLICY), Actor.PRODUCT);
        facts.saveOrganization(OrganizationYaml.parse("organization.yaml", text("organization.yaml")), Actor.PRODUCT);
        for (String key : DEPLOYMENTS) {
            String file = "deployments/" + key + ".yaml";
            facts.saveDeployment(DeploymentYaml.parse(file, text(file)), Actor.PRODUCT);
        }
        return true;
    }

    /** Whether the organization is still the sample one: nobody has saved another version. */
    public static boolean isSampleOrganization(CurrentFacts facts) {
        return facts.organization().version() == 1;
    }

    /** Whether no deployment is anybody's own. */
    public static boolean areSampleDeployments(CurrentFacts facts) {
        return facts.deployments().stream()
                .allMatch(stored -> stored.version() == 1
                        && DEPLOYMENTS.contains(stored.deployment().key().value()));
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(
                licet.rules.Knowledge.class.getResourceAsStream(FOLDER + file), "missing sample " + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
