package licet.rules.format;

import licet.rules.release.ModelFamilies;
import licet.rules.release.ModelFamily;

/** Reads {@code releases/model-families.yaml}. */
public final class ModelFamiliesYaml {
    private ModelFamiliesYaml() {}

    public static ModelFamilies parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "families");
            fields.schema(1);
            return new ModelFamilies(fields.list("families", ModelFamiliesYaml::family));
        });
    }

    private static ModelFamily family(YamlNode node) {
        var fields = node.fields("key", "name", "developer", "generations", "models");
        return new ModelFamily(
                fields.text("key"),
                fields.text("name"),
                fields.text("developer"),
                fields.texts("generations"),
                fields.texts("models"));
    }
}
