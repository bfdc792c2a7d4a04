package licet.rules.format;

import java.util.List;
import java.util.TreeSet;
import licet.rules.jurisdiction.Developer;
import licet.rules.jurisdiction.Jurisdictions;

/** Reads {@code jurisdictions/developers.yaml}. */
public final class JurisdictionsYaml {
    private JurisdictionsYaml() {}

    public static Jurisdictions parse(String file, String text) {
        return YamlSource.read(file, text, JurisdictionsYaml::jurisdictions);
    }

    private static Jurisdictions jurisdictions(YamlNode root) {
        var fields = root.fields("schema", "developers");
        fields.schema(1);
        return new Jurisdictions(fields.list("developers", JurisdictionsYaml::developer));
    }

    private static Developer developer(YamlNode node) {
        var fields = node.fields("key", "name", "country", "hub-owners", "contracting", "mark", "note");
        return new Developer(
                fields.text("key"),
                fields.text("name"),
                YamlFields.country(fields.at("country")).code(),
                fields.list("hub-owners", YamlNode::text),
                contracting(fields),
                fields.choice("mark", Developer.Mark.class),
                fields.find("note").map(YamlNode::text));
    }

    private static List<Developer.ContractingEntity> contracting(YamlFields fields) {
        return fields.listOrEmpty("contracting", node -> {
            var entity = node.fields("name", "licensees-in", "condition");
            return new Developer.ContractingEntity(
                    entity.text("name"),
                    new TreeSet<>(entity.texts("licensees-in")),
                    entity.find("condition").map(YamlNode::text));
        });
    }
}
