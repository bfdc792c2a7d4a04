package licet.rules.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.policy.Policy;

/** Reads a policy as its author writes it. Conditions are only read here; {@code CompiledPolicy} checks them. */
public final class PolicyYaml {
    private PolicyYaml() {}

    /** @param version under which the text is or will be stored: authors do not count versions */
    public static Policy parse(String file, String text, int version) {
        return YamlSource.read(file, text, root -> policy(root, version));
    }

    private static Policy policy(YamlNode root, int version) {
        var fields = root.fields("schema", "policy", "title", "facts-max-age-days", "rules", "tests");
        fields.schema(1);
        var rules = fields.list("rules", PolicyYaml::rule);
        var tests = fields.listOrEmpty("tests", PolicyYaml::trial);
        return new Policy(
                fields.at("policy")
                        .parse("a key of lower-case letters, digits and '-', such as balanced", PolicyYaml::key),
                version,
                fields.text("title"),
                fields.at("facts-max-age-days").parse("a number of days from 1 to 366", PolicyYaml::days),
                rules,
                tests);
    }

    private static String key(String value) {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static Integer days(String value) {
        int days = Integer.parseInt(value);
        if (days < 1 || days > 366) {
            throw new IllegalArgumentException(value);
        }
        return days;
    }

    private static Policy.Rule rule(YamlNode node) {
        var fields = node.fields("id", "topic", "when", "then", "because", "waivable");
        return new Policy.Rule(
                fields.at("id").parse("a key of lower-case letters, digits and '-'", PolicyYaml::key),
                fields.at("topic").parse("a key of lower-case letters, digits and '-'", PolicyYaml::key),
                fields.text("when"),
                fields.choice("then", Policy.Outcome.class),
                fields.text("because"),
                fields.find("waivable")
                        .map(flag -> flag.parse("true or false", PolicyYaml::flag))
                        .orElse(false));
    }

    private static Boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Policy.Trial trial(YamlNode node) {
        var fields = node.fields("name", "given", "fires");
        return new Policy.Trial(fields.text("name"), given(fields.at("given")), new TreeSet<>(fields.texts("fires")));
    }

    /** Values by their dotted name; a list stays a list, {@code true} and {@code false} are truth values. */
    private static Map<String, Object> given(YamlNode node) {
        var values = new TreeMap<String, Object>();
        node.entries()
                .forEach(
                        (name, value) -> values.put(name, value.isList() ? value.list(YamlNode::text) : scalar(value)));
        return values;
    }

    private static Object scalar(YamlNode value) {
        String text = value.text();
        return List.of("true", "false").contains(text) ? Boolean.valueOf(text) : text;
    }
}
