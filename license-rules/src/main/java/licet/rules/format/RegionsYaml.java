package licet.rules.format;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.facts.Country;
import licet.rules.jurisdiction.Regions;

/** Reads {@code regions.yaml}. */
public final class RegionsYaml {
    private RegionsYaml() {}

    public static Regions parse(String file, String text) {
        return YamlSource.read(file, text, RegionsYaml::regions);
    }

    private static Regions regions(YamlNode root) {
        var fields = root.fields("schema", "regions");
        fields.schema(1);
        var members = new TreeMap<String, Set<Country>>();
        fields.list("regions", RegionsYaml::region).forEach(region -> members.put(region.code(), region.members()));
        return new Regions(members);
    }

    private static Region region(YamlNode node) {
        var fields = node.fields("code", "name", "as-of", "members");
        fields.text("name");
        fields.date("as-of");
        return new Region(fields.text("code"), new TreeSet<>(fields.list("members", YamlFields::country)));
    }

    private record Region(String code, Set<Country> members) {}
}
