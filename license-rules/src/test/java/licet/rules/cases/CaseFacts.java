package licet.rules.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Fact;
import licet.rules.facts.Figures;
import licet.rules.facts.Holding;
import licet.rules.facts.Organization;
import licet.rules.facts.Period;
import licet.rules.format.YamlFields;
import licet.rules.format.YamlNode;
import licet.rules.license.Act;
import licet.rules.license.Field;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** The facts of a case. What it does not say is as in the usual deployment: an internal tool of a US company. */
final class CaseFacts {
    private static final EntityKey ACME = new EntityKey("acme");
    private static final Country US = new Country("US");

    private CaseFacts() {}

    static Deployment usualDeployment() {
        SortedSet<Country> here = new TreeSet<>(Set.of(US));
        return new Deployment(
                new DeploymentKey("tool"),
                "the tool",
                ACME,
                Deployment.Stage.PRODUCTION,
                Deployment.Channel.OWN_WEIGHTS,
                new Deployment.Acts(Set.of(Act.USE, Act.COPY), Set.of()),
                new Deployment.Use(
                        Fact.known(true),
                        Fact.known(false),
                        Fact.known(Deployment.OutputsTrain.NOTHING),
                        Fact.known(Set.of(Field.GENERAL_BUSINESS)),
                        Fact.known("")),
                new Deployment.Places(Fact.known(here), Fact.known(here), Fact.known(US), Fact.known(US)));
    }

    static Organization usualOrganization() {
        return new Organization(List.of(new Organization.Entity(ACME, "Acme", Fact.known(US))), new Figures(List.of()));
    }

    static Deployment deployment(YamlNode node) {
        var fields = node.fields(
                "key",
                "stage",
                "channel",
                "acts",
                "unknown-acts",
                "commercial",
                "outputs-leave-organization",
                "outputs-train",
                "fields",
                "derived-model-name",
                "places-of-use",
                "places-of-output",
                "serving-region",
                "residency",
                "recipients",
                "public-contracts",
                "high-risk",
                "large-modification");
        var usual = usualDeployment();
        var use = usual.use();
        return new Deployment(
                new DeploymentKey(fields.has("key") ? fields.text("key") : "tool"),
                usual.name(),
                usual.licensee(),
                CaseReader.choice(fields, "stage", Deployment.Stage.class, usual.stage()),
                CaseReader.choice(fields, "channel", Deployment.Channel.class, usual.channel()),
                new Deployment.Acts(
                        fields.has("acts")
                                ? fields.choices("acts", Act.class)
                                : usual.acts().done(),
                        fields.choices("unknown-acts", Act.class)),
                new Deployment.Use(
                        fields.has("commercial") ? fields.factFlag("commercial") : use.commercial(),
                        fields.has("outputs-leave-organization")
                                ? fields.factFlag("outputs-leave-organization")
                                : use.outputsLeaveOrganization(),
                        fields.has("outputs-train")
                                ? fields.factChoice("outputs-train", Deployment.OutputsTrain.class)
                                : use.outputsTrain(),
                        fields.has("fields") ? fields.factChoices("fields", Field.class) : use.fields(),
                        fields.has("derived-model-name")
                                ? fields.fact("derived-model-name", name -> name.is("none") ? "" : name.text())
                                : use.derivedModelName()),
                new Deployment.Places(
                        places(fields, "places-of-use", usual.places().use()),
                        places(fields, "places-of-output", usual.places().outputs()),
                        fields.has("serving-region")
                                ? fields.factCountry("serving-region")
                                : usual.places().serving(),
                        fields.has("residency")
                                ? fields.factCountry("residency")
                                : usual.places().residency()),
                new Deployment.Context(
                        fields.findFactChoices("recipients", Deployment.Recipient.class),
                        fields.findFactChoices("public-contracts", Deployment.PublicContract.class),
                        fields.findFactFlag("high-risk"),
                        fields.findFactFlag("large-modification")));
    }

    private static Fact<SortedSet<Country>> places(YamlFields fields, String name, Fact<SortedSet<Country>> usual) {
        return fields.has(name) ? fields.fact(name, node -> new TreeSet<>(node.list(YamlFields::country))) : usual;
    }

    static Organization organization(YamlNode node) {
        var fields = node.fields(
                "seat", "registered", "businesses", "competes-with", "affiliates", "holdings", "figures", "exchange");
        Fact<Country> seat = fields.has("seat") ? fields.factCountry("seat") : Fact.known(US);
        var entities = new ArrayList<Organization.Entity>();
        entities.add(new Organization.Entity(
                ACME,
                "Acme",
                seat,
                fields.findFact("registered", YamlFields::country),
                fields.findFactChoices("businesses", Scope.Business.class),
                fields.findFact("competes-with", all -> new TreeSet<>(all.list(YamlNode::text)))));
        fields.texts("affiliates")
                .forEach(
                        key -> entities.add(new Organization.Entity(new EntityKey(key), key, Fact.<Country>unknown())));
        return new Organization(
                entities,
                fields.listOrEmpty("holdings", CaseFacts::holding),
                new Figures(fields.listOrEmpty("figures", CaseFacts::figure)),
                new Exchange(fields.listOrEmpty("exchange", CaseFacts::rate), Exchange.NONE.marginPercent()));
    }

    private static Holding holding(YamlNode node) {
        var fields = node.fields("owner", "owned", "percent", "directs", "from", "until");
        return new Holding(
                new EntityKey(fields.text("owner")),
                new EntityKey(fields.text("owned")),
                fields.fact("percent", YamlFields::number),
                fields.findFactFlag("directs"),
                fields.findDate("from"),
                fields.findDate("until"));
    }

    private static Exchange.Rate rate(YamlNode node) {
        var fields = node.fields("from", "to", "rate", "as-of");
        return new Exchange.Rate(
                fields.text("from"), fields.text("to"), fields.number("rate"), fields.date("as-of"), "case");
    }

    private static Figures.Figure figure(YamlNode node) {
        var fields =
                node.fields("metric", "entity", "breadth", "period", "value", "unit", "as-of", "control", "deployment");
        var period = fields.at("period").parse("a period", Period::new);
        return new Figures.Figure(
                fields.choice("metric", Threshold.Metric.class),
                fields.has("entity") ? new EntityKey(fields.text("entity")) : ACME,
                fields.choice("breadth", Figures.Breadth.class),
                period,
                fields.number("value"),
                fields.has("unit") ? fields.text("unit") : "users",
                fields.findDate("as-of").orElseGet(() -> endOf(period)),
                "case",
                "case",
                CaseReader.choice(fields, "control", ControlTest.class, ControlTest.MORE_THAN_HALF),
                fields.find("deployment").map(YamlNode::text).map(DeploymentKey::new));
    }

    private static LocalDate endOf(Period period) {
        return java.time.YearMonth.parse(period.value().substring(period.value().indexOf('/') + 1))
                .atEndOfMonth();
    }
}
