package licet.rules.format;

import java.util.List;
import licet.rules.text.FillIns;

/** Reads {@code fill-ins.yaml}. */
public final class FillInsYaml {
    private FillInsYaml() {}

    public static List<FillIns> parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "fill-ins");
            fields.schema(1);
            return fields.list("fill-ins", FillInsYaml::ofLicense);
        });
    }

    private static FillIns ofLicense(YamlNode node) {
        var fields = node.fields("license", "places");
        return new FillIns(LicenseYaml.key(fields.at("license")), fields.list("places", FillInsYaml::place));
    }

    private static FillIns.Place place(YamlNode node) {
        var fields = node.fields("before", "words", "after");
        return new FillIns.Place(fields.text("before"), fields.text("words"), fields.text("after"));
    }
}
