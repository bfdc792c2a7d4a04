package licet.rules.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.Grant;
import licet.rules.license.License;
import licet.rules.license.LicenseClass;
import licet.rules.license.LicenseKey;

/** Reads {@code licenses/<key>.yaml}. */
public final class LicenseYaml {
    private LicenseYaml() {}

    public static License parse(String file, String text) {
        return YamlSource.read(file, text, LicenseYaml::license);
    }

    private static License license(YamlNode root) {
        var fields = root.fields(
                "schema",
                "key",
                "title",
                "version",
                "reference",
                "family",
                "steward",
                "licensor",
                "effective",
                "class",
                "terms",
                "control",
                "recognition",
                "use-policies",
                "grants",
                "clauses");
        fields.schema(1);
        LicenseKey key = key(fields.at("key"));
        // Both long parts are read before anything is built, so that one run shows the problems of both.
        Optional<Map<Act, Grant>> grants = fields.attempt("grants", node -> grants(node, key));
        List<Clause> clauses = fields.list("clauses", node -> ClauseYaml.clause(node, key));
        return new License(
                key,
                new License.Names(fields.text("title"), fields.text("version"), fields.text("reference")),
                fields.text("family"),
                fields.text("steward"),
                fields.find("licensor").map(YamlNode::text),
                fields.findDate("effective"),
                fields.choice("class", LicenseClass.class),
                new License.Terms(
                        fields.choice("terms", License.Terms.Kind.class),
                        fields.choice("control", License.Terms.ControlTest.class)),
                recognition(fields.at("recognition")),
                grants.orElseThrow(YamlSource.Broken::new),
                ClauseYaml.unique(root, clauses),
                fields.listOrEmpty("use-policies", LicenseYaml::key));
    }

    static LicenseKey key(YamlNode node) {
        return node.parse(
                "a license key: lower-case letters, digits, '.', '+', '@' and '-', like the file's name",
                LicenseKey::new);
    }

    private static License.Recognition recognition(YamlNode node) {
        var fields = node.fields("hub-ids", "license-names");
        return new License.Recognition(fields.texts("hub-ids"), fields.texts("license-names"));
    }

    private static Map<Act, Grant> grants(YamlNode node, LicenseKey key) {
        var acts = java.util.Arrays.stream(Act.values()).map(Ids::of).toArray(String[]::new);
        var fields = node.fields(acts);
        var grants = new EnumMap<Act, Grant>(Act.class);
        for (Act act : Act.values()) {
            if (fields.has(Ids.of(act))) {
                fields.attempt(Ids.of(act), value -> grant(value, key)).ifPresent(grant -> grants.put(act, grant));
            } else {
                node.report("says nothing about '%s'; write {state: silent, section: …} if the text is silent"
                        .formatted(Ids.of(act)));
            }
        }
        return grants;
    }

    private static Grant grant(YamlNode node, LicenseKey key) {
        var fields = node.fields("state", "section");
        return new Grant(fields.choice("state", Grant.State.class), new Citation(key.value(), fields.text("section")));
    }
}
