package licet.registry.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;

/** A deployment in the form in which it is read: {@link licet.rules.format.DeploymentYaml} gives the same one back. */
public final class DeploymentText {
    private static final String NONE = "none";

    private DeploymentText() {}

    public static ObjectNode of(Deployment deployment) {
        var root = Written.NODES.objectNode();
        root.put("schema", 1);
        root.put("key", deployment.key().value());
        root.put("name", deployment.name());
        root.put("licensee", deployment.licensee().value());
        root.put("stage", Ids.of(deployment.stage()));
        root.put("channel", Ids.of(deployment.channel()));
        acts(root.putObject("acts"), deployment.acts());
        use(root.putObject("use"), deployment.use());
        places(root.putObject("places"), deployment.places());
        context(root.putObject("context"), deployment.context());
        return root;
    }

    private static void acts(ObjectNode into, Deployment.Acts acts) {
        into.set("done", Written.choices(acts.done()));
        into.set("unknown", Written.choices(acts.unknown()));
    }

    private static void use(ObjectNode into, Deployment.Use use) {
        Written.flag(into, "commercial", use.commercial());
        Written.flag(into, "outputs-leave-organization", use.outputsLeaveOrganization());
        Written.text(into, "outputs-train", use.outputsTrain(), Ids::of);
        Written.list(into, "fields", use.fields(), Ids::of);
        Written.text(into, "derived-model-name", use.derivedModelName(), name -> name.isEmpty() ? NONE : name);
    }

    private static void places(ObjectNode into, Deployment.Places places) {
        Written.list(into, "use", places.use(), Country::code);
        Written.list(into, "outputs", places.outputs(), Country::code);
        Written.text(into, "serving", places.serving(), Country::code);
        Written.text(into, "residency", places.residency(), Country::code);
    }

    private static void context(ObjectNode into, Deployment.Context context) {
        Written.list(into, "recipients", context.recipients(), Ids::of);
        Written.list(into, "public-contracts", context.publicContracts(), Ids::of);
        Written.flag(into, "high-risk", context.highRisk());
        Written.flag(into, "large-modification", context.largeModification());
    }
}
