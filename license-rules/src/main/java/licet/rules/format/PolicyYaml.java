package licet.rules.format;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import licet.rules.facts.Deployment;
import licet.rules.policy.Policy;
import licet.rules.policy.Topic;
import licet.rules.policy.Workflow;

/** Reads a policy as its author writes it. Conditions are only read here; {@code CompiledPolicy} checks them. */
public final class PolicyYaml {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    static final String KEY_FORM = "a key of lower-case letters, digits and '-', such as balanced";

    private PolicyYaml() {}

    /** What a rule does, as it is written. */
    enum Then {
        DENY,
        REVIEW,
        APPROVAL,
        ACCEPTANCE,
        NOTE
    }

    /** @param version under which the text is or will be stored: authors do not count versions */
    public static Policy parse(String file, String text, int version) {
        return YamlSource.read(file, text, root -> policy(root, version));
    }

    /** A policy that stands inside another document; {@code root} holds its fields. */
    public static Policy parse(YamlNode root, int version) {
        return policy(root, version);
    }

    private static Policy policy(YamlNode root, int version) {
        var fields = root.fields(
                "schema", "policy", "title", "facts-max-age-days", "regulations", "rules", "tests", "workflow");
        fields.schema(1);
        var rules = fields.list("rules", PolicyYaml::rule);
        var tests = fields.listOrEmpty("tests", PolicyYaml::trial);
        return new Policy(
                fields.at("policy").parse(KEY_FORM, PolicyYaml::key),
                version,
                fields.text("title"),
                fields.at("facts-max-age-days").parse("a number of days from 1 to 366", PolicyYaml::days),
                fields.listOrEmpty("regulations", YamlNode::source),
                rules,
                tests,
                fields.find("workflow")
                        .flatMap(node -> node.attempt(WorkflowYaml::workflow))
                        .orElse(Workflow.STANDARD));
    }

    static String key(String value) {
        if (!KEY.matcher(value).matches()) {
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
        var fields = node.fields("id", "topic", "when", "then", "approval-by", "because", "waivable", "requires");
        return new Policy.Rule(
                fields.at("id").parse(KEY_FORM, PolicyYaml::key),
                fields.choice("topic", Topic.class),
                fields.at("when").source(),
                effect(fields),
                fields.at("because").source(),
                fields.listOrEmpty("requires", YamlNode::source));
    }

    private static Policy.Effect effect(YamlFields fields) {
        var then = fields.choice("then", Then.class);
        if (then != Then.APPROVAL) {
            fields.find("approval-by")
                    .ifPresent(stages -> stages.report(
                            "only 'then: approval' says who approves; remove it or write 'then: approval'"));
        }
        var waiver = fields.find("waivable").flatMap(node -> waiver(node, then));
        return switch (then) {
            case DENY -> new Policy.Effect.Deny(waiver);
            case REVIEW -> new Policy.Effect.Review();
            case APPROVAL ->
                new Policy.Effect.Approval(
                        fields.list("approval-by", stage -> stage.parse("a stage such as legal", PolicyYaml::key)));
            case ACCEPTANCE -> new Policy.Effect.Acceptance();
            case NOTE -> new Policy.Effect.Note();
        };
    }

    private static Optional<Policy.Waiver> waiver(YamlNode node, Then then) {
        if (node.is("true")) {
            return Optional.of(Policy.Waiver.UNLIMITED);
        }
        if (node.is("false")) {
            return Optional.empty();
        }
        if (then != Then.DENY) {
            node.report("only 'then: deny' can be waived; remove it");
        }
        var fields = node.fields("max-days", "stages");
        return Optional.of(new Policy.Waiver(
                fields.find("max-days").map(days -> days.parse("a number of days from 1 to 366", PolicyYaml::days)),
                fields.choices("stages", Deployment.Stage.class)));
    }

    private static Policy.Trial trial(YamlNode node) {
        var fields = node.fields("name", "day", "given", "fires", "asks");
        var given = new TreeMap<String, Policy.Given>();
        fields.at("given").entries().forEach((name, value) -> given.put(name, given(value)));
        return new Policy.Trial(
                fields.at("name").source(),
                fields.findDate("day"),
                given,
                new TreeSet<>(fields.texts("fires")),
                fields.find("asks").map(asks -> new TreeSet<>(asks.list(YamlNode::text))));
    }

    private static Policy.Given given(YamlNode value) {
        return value.isList()
                ? new Policy.Given(value.list(YamlNode::text), true, value.place())
                : new Policy.Given(List.of(value.text()), false, value.place());
    }
}
