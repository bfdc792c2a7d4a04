package licet.rules.format;

import java.util.List;
import java.util.TreeSet;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures;
import licet.rules.facts.Holding;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** Reads the organization profile: its legal entities and their figures. */
public final class OrganizationYaml {
    private static final String KEY_FORM = "the key of an entity, such as parent-us";
    private static final String CURRENCY_FORM = "a currency such as USD";
    private static final String PERIOD_FORM =
            "a period: a month 2024-11, its first and last month 2025-01/2025-12, or highest-12-months";

    private OrganizationYaml() {}

    public static Organization parse(String file, String text) {
        return YamlSource.read(file, text, OrganizationYaml::organization);
    }

    private static Organization organization(YamlNode root) {
        var fields = root.fields("schema", "entities", "holdings", "figures", "exchange");
        fields.schema(1);
        var entities = fields.list("entities", OrganizationYaml::entity);
        var keys = entities.stream().map(entity -> entity.key().value()).toList();
        var figures = fields.list("figures", node -> figure(node, keys));
        return new Organization(
                entities,
                fields.listOrEmpty("holdings", node -> holding(node, keys)),
                new Figures(figures),
                fields.find("exchange").map(OrganizationYaml::exchange).orElse(Exchange.NONE));
    }

    private static Holding holding(YamlNode node, List<String> entities) {
        var fields = node.fields("owner", "owned", "percent", "directs", "from", "until");
        return new Holding(
                entity(fields.at("owner"), entities),
                entity(fields.at("owned"), entities),
                fields.fact("percent", YamlFields::number),
                fields.findFactFlag("directs"),
                fields.findDate("from"),
                fields.findDate("until"));
    }

    private static Exchange exchange(YamlNode node) {
        var fields = node.fields("margin-percent", "rates");
        return new Exchange(
                fields.list("rates", OrganizationYaml::rate),
                fields.find("margin-percent").map(YamlFields::number).orElse(Exchange.NONE.marginPercent()));
    }

    private static Exchange.Rate rate(YamlNode node) {
        var fields = node.fields("from", "to", "rate", "as-of", "source");
        return new Exchange.Rate(
                fields.at("from").parse(CURRENCY_FORM, OrganizationYaml::currency),
                fields.at("to").parse(CURRENCY_FORM, OrganizationYaml::currency),
                fields.number("rate"),
                fields.date("as-of"),
                fields.text("source"));
    }

    private static Organization.Entity entity(YamlNode node) {
        var fields = node.fields("key", "name", "seat", "registered", "businesses", "competes-with");
        return new Organization.Entity(
                fields.at("key").parse(KEY_FORM, EntityKey::new),
                fields.text("name"),
                fields.factCountry("seat"),
                fields.findFact("registered", YamlFields::country),
                fields.findFactChoices("businesses", Scope.Business.class),
                fields.findFact("competes-with", all -> new TreeSet<>(all.list(YamlNode::text))));
    }

    private static EntityKey entity(YamlNode node, List<String> entities) {
        if (!entities.contains(node.text())) {
            throw node.problem("'%s' is not an entity of this file; it has %s"
                    .formatted(YamlNode.shown(node.text()), String.join(", ", entities)));
        }
        return node.parse(KEY_FORM, EntityKey::new);
    }

    private static Figures.Figure figure(YamlNode node, List<String> entities) {
        var fields = node.fields(
                "metric",
                "entity",
                "breadth",
                "period",
                "value",
                "unit",
                "as-of",
                "source",
                "owner",
                "control",
                "deployment");
        return new Figures.Figure(
                fields.choice("metric", Threshold.Metric.class),
                entity(fields.at("entity"), entities),
                fields.choice("breadth", Figures.Breadth.class),
                fields.at("period").parse(PERIOD_FORM, OrganizationYaml::period),
                fields.number("value"),
                fields.at("unit").parse("'users', 'visits' or a currency such as USD", OrganizationYaml::unit),
                fields.date("as-of"),
                fields.text("source"),
                fields.text("owner"),
                fields.has("control") ? fields.choice("control", ControlTest.class) : ControlTest.MORE_THAN_HALF,
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
        if (!value.matches("users|visits|[A-Z]{3}")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static String currency(String value) {
        if (!value.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }
}
