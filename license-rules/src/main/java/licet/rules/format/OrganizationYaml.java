package licet.rules.format;

import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.license.Threshold;

/** Reads the organization profile: its legal entities and their figures. */
public final class OrganizationYaml {
    private static final String KEY_FORM = "the key of an entity, such as parent-us";
    private static final String PERIOD_FORM = "a period: a month 2024-11, or its first and last month 2025-01/2025-12";

    private OrganizationYaml() {}

    public static Organization parse(String file, String text) {
        return YamlSource.read(file, text, OrganizationYaml::organization);
    }

    private static Organization organization(YamlNode root) {
        var fields = root.fields("schema", "entities", "figures");
        fields.schema(1);
        var entities = fields.list("entities", OrganizationYaml::entity);
        var keys = entities.stream().map(entity -> entity.key().value()).toList();
        var figures = fields.list("figures", node -> figure(node, keys));
        return new Organization(entities, new Figures(figures));
    }

    private static Organization.Entity entity(YamlNode node) {
        var fields = node.fields("key", "name", "seat");
        return new Organization.Entity(
                fields.at("key").parse(KEY_FORM, EntityKey::new), fields.text("name"), fields.factCountry("seat"));
    }

    private static Figures.Figure figure(YamlNode node, java.util.List<String> entities) {
        var fields = node.fields(
                "metric", "entity", "breadth", "period", "value", "unit", "as-of", "source", "owner", "deployment");
        YamlNode entity = fields.at("entity");
        if (!entities.contains(entity.text())) {
            throw entity.problem("'%s' is not an entity of this file; it has %s"
                    .formatted(YamlNode.shown(entity.text()), String.join(", ", entities)));
        }
        return new Figures.Figure(
                fields.choice("metric", Threshold.Metric.class),
                entity.parse(KEY_FORM, EntityKey::new),
                fields.choice("breadth", Figures.Breadth.class),
                fields.at("period").parse(PERIOD_FORM, OrganizationYaml::period),
                fields.number("value"),
                fields.at("unit").parse("'users' or a currency such as USD", OrganizationYaml::unit),
                fields.date("as-of"),
                fields.text("source"),
                fields.text("owner"),
                fields.find("deployment")
                        .map(key ->
                                key.parse("the key of a deployment, such as eu-internal-tool", DeploymentKey::new)));
    }

    /** {@code latest} only stands in questions: a figure always covers a stated time. */
    private static Period period(String value) {
        var period = new Period(value);
        if (period.equals(Period.LATEST)) {
            throw new IllegalArgumentException(value);
        }
        return period;
    }

    private static String unit(String value) {
        if (!value.matches("users|[A-Z]{3}")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }
}
