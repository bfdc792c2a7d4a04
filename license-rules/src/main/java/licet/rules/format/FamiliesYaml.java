package licet.rules.format;

import java.util.Set;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ArtifactFiles;
import licet.rules.evidence.Families;

/** Reads {@code families.yaml} and {@code artifact-files.yaml}. */
public final class FamiliesYaml {
    private FamiliesYaml() {}

    public static Families parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "families");
            fields.schema(1);
            return new Families(fields.list("families", FamiliesYaml::family));
        });
    }

    private static Families.Family family(YamlNode node) {
        var fields = node.fields("name", "hub-ids", "license-names", "says-nothing", "incomplete");
        return new Families.Family(
                fields.text("name"),
                Set.copyOf(fields.texts("hub-ids")),
                Set.copyOf(fields.texts("license-names")),
                fields.flag("says-nothing"),
                fields.flag("incomplete"));
    }

    public static ArtifactFiles parseArtifactFiles(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "files");
            fields.schema(1);
            return new ArtifactFiles(fields.list("files", node -> {
                var rule = node.fields("pattern", "artifacts");
                return new ArtifactFiles.Rule(rule.text("pattern"), rule.choices("artifacts", Artifact.class));
            }));
        });
    }
}
