package licet.rules.format;

import java.util.Optional;
import licet.rules.evidence.ModelId;
import licet.rules.release.Release;
import licet.rules.release.ReleaseDate;
import licet.rules.release.Releases;
import licet.rules.release.Size;

/** Reads {@code releases/releases.yaml}. */
public final class ReleasesYaml {
    private ReleasesYaml() {}

    public static Releases parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "releases");
            fields.schema(1);
            return new Releases(fields.list("releases", ReleasesYaml::release));
        });
    }

    private static Release release(YamlNode node) {
        var fields = node.fields("model", "family", "developer", "released", "parameters", "basis", "stated");
        return new Release(
                new ModelId(fields.text("model")),
                fields.text("family"),
                fields.text("developer"),
                fields.at("released").parse("a date or month such as 2026-04", ReleaseDate::new),
                fields.find("parameters").map(ReleasesYaml::size),
                fields.choice("basis", Release.Basis.class),
                fields.find("stated").map(ReleasesYaml::statement));
    }

    static Size size(YamlNode node) {
        var fields = node.fields("total", "active");
        return new Size(count(fields.at("total")), fields.find("active").map(ReleasesYaml::count));
    }

    private static Long count(YamlNode node) {
        return node.parse("a count such as 12.9B", Size::parse);
    }

    private static Release.Statement statement(YamlNode node) {
        var fields = node.fields("by", "license", "modality", "note");
        Optional<String> note = fields.find("note").map(YamlNode::text);
        return new Release.Statement(fields.text("by"), fields.text("license"), fields.text("modality"), note);
    }
}
