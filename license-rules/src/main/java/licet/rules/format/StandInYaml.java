package licet.rules.format;

import licet.rules.text.StandIn;

/** Reads {@code stand-ins/<key>.yaml}. */
public final class StandInYaml {
    private StandInYaml() {}

    public static StandIn parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "key", "stands-in-for", "sha256");
            fields.schema(1);
            return new StandIn(
                    LicenseYaml.key(fields.at("key")),
                    LicenseYaml.key(fields.at("stands-in-for")),
                    fields.text("sha256"));
        });
    }
}
