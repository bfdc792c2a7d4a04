package licet.rules.format;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.license.Act;
import licet.rules.license.Field;

/** Reads a deployment as users write it. Every fact is written; what nobody knows is {@code unknown}. */
public final class DeploymentYaml {
    private static final String KEY_FORM = "a key of lower-case letters, digits and '-', such as eu-internal-tool";

    private DeploymentYaml() {}

    public static Deployment parse(String file, String text) {
        return YamlSource.read(file, text, DeploymentYaml::deployment);
    }

    private static Deployment deployment(YamlNode root) {
        var fields = root.fields(
                "schema", "key", "name", "licensee", "stage", "channel", "acts", "use", "places", "context");
        fields.schema(1);
        var acts = fields.attempt("acts", DeploymentYaml::acts);
        var use = fields.attempt("use", DeploymentYaml::use);
        var places = fields.attempt("places", DeploymentYaml::places);
        return new Deployment(
                fields.at("key").parse(KEY_FORM, DeploymentKey::new),
                fields.text("name"),
                fields.at("licensee").parse(KEY_FORM, EntityKey::new),
                fields.choice("stage", Deployment.Stage.class),
                fields.choice("channel", Deployment.Channel.class),
                acts.orElseThrow(YamlSource.Broken::new),
                use.orElseThrow(YamlSource.Broken::new),
                places.orElseThrow(YamlSource.Broken::new),
                fields.find("context").map(DeploymentYaml::context).orElse(Deployment.Context.UNKNOWN));
    }

    /** What stands around the use is asked only where a text or a rule speaks of it, so it may be left out. */
    private static Deployment.Context context(YamlNode node) {
        var fields = node.fields("recipients", "public-contracts", "high-risk", "large-modification");
        return new Deployment.Context(
                fields.findFactChoices("recipients", Deployment.Recipient.class),
                fields.findFactChoices("public-contracts", Deployment.PublicContract.class),
                fields.findFactFlag("high-risk"),
                fields.findFactFlag("large-modification"));
    }

    private static Deployment.Acts acts(YamlNode node) {
        var fields = node.fields("done", "unknown");
        fields.at("done");
        Set<Act> done = fields.choices("done", Act.class);
        return new Deployment.Acts(done, fields.choices("unknown", Act.class));
    }

    private static Deployment.Use use(YamlNode node) {
        var fields = node.fields(
                "commercial", "outputs-leave-organization", "outputs-train", "fields", "derived-model-name");
        return new Deployment.Use(
                fields.factFlag("commercial"),
                fields.factFlag("outputs-leave-organization"),
                fields.factChoice("outputs-train", Deployment.OutputsTrain.class),
                fields.factChoices("fields", Field.class),
                fields.fact("derived-model-name", DeploymentYaml::derivedModelName));
    }

    /** The word "none" says that no model is made: that is known, and it is no name. */
    private static String derivedModelName(YamlNode node) {
        return node.is("none") ? "" : node.text();
    }

    private static Deployment.Places places(YamlNode node) {
        var fields = node.fields("use", "outputs", "serving", "residency");
        return new Deployment.Places(
                fields.fact("use", DeploymentYaml::countries),
                fields.fact("outputs", DeploymentYaml::countries),
                fields.factCountry("serving"),
                fields.factCountry("residency"));
    }

    private static SortedSet<Country> countries(YamlNode node) {
        return new TreeSet<>(node.list(YamlFields::country));
    }
}
