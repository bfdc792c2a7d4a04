package licet.web.fact;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.fact.OrganizationText;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Exchange;
import licet.rules.facts.Figures;
import licet.rules.facts.Holding;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.web.layout.Texts;

/** The facts of the organization in words. */
@Singleton
final class OrganizationWords {
    private final FactWords words;
    private final Texts texts;

    OrganizationWords(FactWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    String number(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(Texts.LOCALE);
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }

    String name(EntityKey key, Organization organization) {
        return organization.find(key).map(Organization.Entity::name).orElse(key.value());
    }

    String metric(Figures.Figure figure) {
        return words.word("metric", Ids.of(figure.metric()));
    }

    /** Over whom a figure is counted; affiliates are counted under a test. */
    String over(Figures.Figure figure) {
        String breadth = words.word("breadth", Ids.of(figure.breadth()));
        String test =
                figure.breadth() == Figures.Breadth.GROUP ? ", " + words.word("control", Ids.of(figure.control())) : "";
        return breadth + test + figure.deployment().map(key -> ", " + key).orElse("");
    }

    String period(Figures.Figure figure) {
        return figure.period().value().equals("highest-12-months")
                ? texts.get("organization.highest")
                : figure.period().value().replace("/", " – ");
    }

    String share(Holding holding) {
        return holding.percent().find().map(share -> number(share) + " %").orElseGet(() -> texts.get("fact.unknown"));
    }

    String directs(Holding holding) {
        return words.word(
                "answer",
                holding.directs().find().map(yes -> yes ? "yes" : "no").orElse(Definition.UNKNOWN));
    }

    /** Facts of an entity but its name and key. */
    List<FactRow> facts(Organization organization, int at) {
        var part = OrganizationPart.ENTITIES;
        var node = OrganizationText.of(organization, false)
                .withArray(part.pointer())
                .path(at);
        return part.fields().stream()
                .filter(field -> !List.of("key", "name").contains(field.id()))
                .map(field -> {
                    var typed = Written.typed(node, field);
                    return new FactRow(
                            words.label(part.kind(), field),
                            words.value(field, typed),
                            !typed.equals(List.of(Definition.UNKNOWN)));
                })
                .toList();
    }

    /** Every fact by what it is about, so that two versions can be held against each other. */
    Map<String, String> summary(Organization organization, boolean showValues) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < organization.entities().size(); i++) {
            var entity = organization.entities().get(i);
            all.put(entity.key().value(), entity.name());
            facts(organization, i).forEach(fact -> all.put(entity.key() + ": " + fact.label(), fact.value()));
        }
        put(all, organization.holdings(), holding -> holding.owner() + " → " + holding.owned(), this::summary);
        put(
                all,
                organization.figures().all(),
                figure -> String.join(", ", metric(figure), figure.entity().value(), over(figure), period(figure)),
                figure -> summary(figure, showValues));
        put(all, organization.exchange().rates(), rate -> rate.from() + " → " + rate.to(), this::summary);
        all.put(texts.get("organization.margin"), number(organization.exchange().marginPercent()) + " %");
        return all;
    }

    /** Several facts about the same thing stand together. */
    private static <T> void put(
            Map<String, String> into, List<T> all, Function<T, String> about, Function<T, String> summary) {
        all.stream()
                .collect(Collectors.groupingBy(
                        about, LinkedHashMap::new, Collectors.mapping(summary, Collectors.joining("; "))))
                .forEach(into::put);
    }

    private String summary(Holding holding) {
        return texts.get(
                "organization.holding.summary",
                share(holding),
                directs(holding),
                holding.from().map(Object::toString).orElse("–"),
                holding.until().map(Object::toString).orElse("–"));
    }

    private String summary(Figures.Figure figure, boolean showValues) {
        return texts.get(
                "organization.figure.summary",
                showValues ? amount(figure) : texts.get("organization.hidden"),
                figure.asOf().toString(),
                figure.source(),
                figure.owner());
    }

    private String summary(Exchange.Rate rate) {
        return texts.get(
                "organization.rate.summary", number(rate.rate()), rate.asOf().toString(), rate.source());
    }

    String amount(Figures.Figure figure) {
        return number(figure.value()) + " " + figure.unit();
    }

    /** What is otherwise in a later version. */
    List<FactRow.Change> changes(Organization before, Organization after, boolean showValues) {
        // Values that are not shown are compared all the same, so that a correction is not kept secret.
        var old = summary(before, true);
        var now = summary(after, true);
        var oldShown = summary(before, showValues);
        var nowShown = summary(after, showValues);
        var about = new LinkedHashMap<>(now);
        old.forEach(about::putIfAbsent);
        return about.keySet().stream()
                .filter(fact -> !Optional.ofNullable(old.get(fact)).equals(Optional.ofNullable(now.get(fact))))
                .map(fact -> new FactRow.Change(
                        fact, Optional.ofNullable(oldShown.get(fact)), Optional.ofNullable(nowShown.get(fact))))
                .toList();
    }
}
