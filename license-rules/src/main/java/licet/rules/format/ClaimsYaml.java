package licet.rules.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.evidence.ModelId;
import licet.rules.license.Act;
import licet.rules.license.Grant;
import licet.rules.license.LicenseKey;
import licet.rules.release.Claim;
import licet.rules.release.Period;
import licet.rules.release.Said;

/** Reads {@code releases/claims.yaml}. */
public final class ClaimsYaml {
    private ClaimsYaml() {}

    public static List<Claim> parse(String file, String text) {
        return YamlSource.read(file, text, root -> {
            var fields = root.fields("schema", "claims");
            fields.schema(1);
            return List.copyOf(fields.list("claims", ClaimsYaml::claim));
        });
    }

    /** @param text one claim without its id; JSON is read as well */
    public static Claim parseOne(String id, String text) {
        return YamlSource.read(
                "claim",
                text,
                node -> claim(id, node.fields("about", "kind", "statement", "source", "against", "partly", "says")));
    }

    private static Claim claim(YamlNode node) {
        var fields = node.fields("id", "about", "kind", "statement", "source", "against", "partly", "says");
        return claim(fields.text("id"), fields);
    }

    private static Claim claim(String id, YamlFields fields) {
        return new Claim(
                id,
                fields.text("about"),
                fields.choice("kind", Claim.Kind.class),
                fields.text("statement"),
                fields.text("source"),
                fields.listOrEmpty("says", ClaimsYaml::point),
                fields.find("partly").map(ClaimsYaml::flag).orElse(false),
                Set.copyOf(fields.texts("against")));
    }

    private static Claim.Point point(YamlNode node) {
        var fields = node.fields(
                "released",
                "size",
                "license",
                "context",
                "mixture",
                "grant",
                "users-cap",
                "use-policy",
                "seat",
                "models");
        var said = Stream.of(
                        fields.find("released")
                                .map(one -> new Said.Released(one.parse("a date or period", Period::parse))),
                        fields.find("size").map(one -> new Said.HasSize(ReleasesYaml.size(one))),
                        fields.find("license")
                                .map(one -> new Said.Licensed(one.parse("a key of the catalog", LicenseKey::new))),
                        fields.find("context").map(one -> new Said.Context(count(one))),
                        fields.find("mixture").map(one -> new Said.Mixture(flag(one))),
                        fields.find("grant").map(ClaimsYaml::grant),
                        fields.find("users-cap").map(one -> new Said.UsersCap(count(one))),
                        fields.find("use-policy").map(one -> new Said.UsePolicy(flag(one))),
                        fields.find("seat").map(one -> new Said.Seat(Set.copyOf(one.list(YamlNode::text)))))
                .<Said>flatMap(java.util.Optional::stream)
                .toList();
        if (said.size() != 1) {
            throw node.problem("says %d things; a point says one".formatted(said.size()));
        }
        return new Claim.Point(said.getFirst(), fields.list("models", one -> one.parse("owner/name", ModelId::new)));
    }

    private static Said grant(YamlNode node) {
        var fields = node.fields("act", "state");
        return new Said.Grants(fields.choice("act", Act.class), fields.choice("state", Grant.State.class));
    }

    private static long count(YamlNode node) {
        return node.parse("a whole number", Long::parseLong);
    }

    private static boolean flag(YamlNode node) {
        return node.parse("true or false", YamlFields::flagOf);
    }
}
