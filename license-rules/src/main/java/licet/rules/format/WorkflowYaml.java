package licet.rules.format;

import java.util.TreeSet;
import licet.rules.policy.Workflow;

/** Reads how a policy wants requests to be decided. */
final class WorkflowYaml {
    private WorkflowYaml() {}

    static Workflow workflow(YamlNode node) {
        var fields = node.fields("stages", "automatic", "valid-days", "grace-days", "break-glass-hours");
        return new Workflow(
                fields.list("stages", WorkflowYaml::stage),
                fields.listOrEmpty("automatic", WorkflowYaml::automatic),
                number(fields, "valid-days", Workflow.STANDARD.validDays()),
                number(fields, "grace-days", Workflow.STANDARD.graceDays()),
                number(fields, "break-glass-hours", Workflow.STANDARD.breakGlassHours()));
    }

    private static Workflow.Stage stage(YamlNode node) {
        var fields = node.fields("stage", "by", "quorum", "days", "after", "always");
        return new Workflow.Stage(
                fields.at("stage").parse(PolicyYaml.KEY_FORM, PolicyYaml::key),
                fields.choice("by", Workflow.Reviewer.class),
                number(fields, "quorum", 1),
                fields.at("days").parse("a number of days from 1 to 366", Integer::parseInt),
                new TreeSet<>(fields.texts("after")),
                fields.has("always") && fields.flag("always"));
    }

    private static Workflow.Automatic automatic(YamlNode node) {
        var fields = node.fields("rules", "then", "because");
        return new Workflow.Automatic(
                new TreeSet<>(fields.texts("rules")),
                fields.choice("then", Workflow.Decision.class),
                fields.text("because"));
    }

    private static int number(YamlFields fields, String name, int otherwise) {
        return fields.find(name)
                .map(value -> value.parse("a whole number", Integer::parseInt))
                .orElse(otherwise);
    }
}
