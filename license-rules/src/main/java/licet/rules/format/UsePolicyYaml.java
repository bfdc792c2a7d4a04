package licet.rules.format;

import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.license.UsePolicy;

/** Reads {@code use-policies/<key>.yaml}. */
public final class UsePolicyYaml {
    private UsePolicyYaml() {}

    public static UsePolicy parse(String file, String text) {
        return YamlSource.read(file, text, UsePolicyYaml::policy);
    }

    private static UsePolicy policy(YamlNode root) {
        var fields = root.fields("schema", "key", "title", "version", "effective", "terms", "clauses");
        fields.schema(1);
        LicenseKey key = LicenseYaml.key(fields.at("key"));
        var clauses = fields.list("clauses", node -> ClauseYaml.clause(node, key));
        return new UsePolicy(
                key,
                fields.text("title"),
                fields.text("version"),
                fields.findDate("effective"),
                fields.choice("terms", License.Terms.Kind.class),
                ClauseYaml.unique(root, clauses));
    }
}
