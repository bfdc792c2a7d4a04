package licet.registry.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import licet.rules.facts.Country;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures;
import licet.rules.facts.Holding;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;

/**
 * The organization profile in the form in which it is read: {@link licet.rules.format.OrganizationYaml} gives the same
 * one back. For readers who may not see figures their values are left out, and then it cannot be read back.
 */
public final class OrganizationText {
    private OrganizationText() {}

    public static ObjectNode of(Organization organization, boolean showValues) {
        var root = Written.NODES.objectNode();
        root.put("schema", 1);
        var entities = root.putArray("entities");
        organization.entities().forEach(entity -> entities.add(entity(entity)));
        var holdings = root.putArray("holdings");
        organization.holdings().forEach(holding -> holdings.add(holding(holding)));
        var figures = root.putArray("figures");
        organization.figures().all().forEach(figure -> figures.add(figure(figure, showValues)));
        exchange(root.putObject("exchange"), organization.exchange());
        return root;
    }

    private static ObjectNode entity(Organization.Entity entity) {
        var node = Written.NODES.objectNode();
        node.put("key", entity.key().value());
        node.put("name", entity.name());
        Written.text(node, "seat", entity.seat(), Country::code);
        Written.text(node, "registered", entity.registered(), Country::code);
        Written.list(node, "businesses", entity.businesses(), Ids::of);
        Written.list(node, "competes-with", entity.competesWith(), key -> key);
        return node;
    }

    private static ObjectNode holding(Holding holding) {
        var node = Written.NODES.objectNode();
        node.put("owner", holding.owner().value());
        node.put("owned", holding.owned().value());
        Written.text(node, "percent", holding.percent(), Written::plain);
        Written.flag(node, "directs", holding.directs());
        holding.from().ifPresent(day -> node.put("from", day.toString()));
        holding.until().ifPresent(day -> node.put("until", day.toString()));
        return node;
    }

    private static ObjectNode figure(Figures.Figure figure, boolean showValues) {
        var node = Written.NODES.objectNode();
        node.put("metric", Ids.of(figure.metric()));
        node.put("entity", figure.entity().value());
        node.put("breadth", Ids.of(figure.breadth()));
        node.put("period", figure.period().value());
        if (showValues) {
            node.put("value", Written.plain(figure.value()));
        }
        node.put("unit", figure.unit());
        node.put("as-of", figure.asOf().toString());
        node.put("source", figure.source());
        node.put("owner", figure.owner());
        node.put("control", Ids.of(figure.control()));
        figure.deployment().ifPresent(key -> node.put("deployment", key.value()));
        return node;
    }

    private static void exchange(ObjectNode into, Exchange exchange) {
        into.put("margin-percent", Written.plain(exchange.marginPercent()));
        var rates = into.putArray("rates");
        exchange.rates().forEach(rate -> {
            var node = rates.addObject();
            node.put("from", rate.from());
            node.put("to", rate.to());
            node.put("rate", Written.plain(rate.rate()));
            node.put("as-of", rate.asOf().toString());
            node.put("source", rate.source());
        });
    }
}
