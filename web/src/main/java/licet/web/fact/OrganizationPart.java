package licet.web.fact;

import static licet.web.fact.Definition.Kind.COUNTRY;
import static licet.web.fact.Definition.Kind.ONE;
import static licet.web.fact.Definition.Kind.SOME_OR_UNKNOWN;
import static licet.web.fact.Definition.Kind.TEXT;
import static licet.web.fact.Definition.Kind.WORDS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.facts.Figures;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Scope;
import licet.rules.license.Threshold;

/** One list of the organization's facts, whose items are changed one at a time. */
public enum OrganizationPart {
    ENTITIES(
            "entities",
            "/entities",
            Definition.plain("key", TEXT),
            Definition.plain("name", TEXT),
            Definition.plain("seat", COUNTRY),
            Definition.plain("registered", COUNTRY),
            Definition.of("businesses", SOME_OR_UNKNOWN, "business", Scope.Business.values()),
            Definition.plain("competes-with", WORDS)),
    HOLDINGS(
            "holdings",
            "/holdings",
            Definition.plain("owner", ONE),
            Definition.plain("owned", ONE),
            Definition.plain("percent", TEXT),
            Definition.yesNo("directs"),
            Definition.plain("from", TEXT),
            Definition.plain("until", TEXT)),
    FIGURES(
            "figures",
            "/figures",
            Definition.of("metric", ONE, "metric", Threshold.Metric.values()),
            Definition.plain("entity", ONE),
            Definition.of("breadth", ONE, "breadth", Figures.Breadth.values()),
            Definition.of("control", ONE, "control", ControlTest.values()),
            Definition.plain("deployment", ONE),
            Definition.plain("period", TEXT),
            Definition.plain("value", TEXT),
            Definition.plain("unit", TEXT),
            Definition.plain("as-of", TEXT),
            Definition.plain("source", TEXT),
            Definition.plain("owner", TEXT)),
    RATES(
            "rates",
            "/exchange/rates",
            Definition.plain("from", TEXT),
            Definition.plain("to", TEXT),
            Definition.plain("rate", TEXT),
            Definition.plain("as-of", TEXT),
            Definition.plain("source", TEXT));

    private static final List<String> MAY_BE_EMPTY = List.of("holdings.from", "holdings.until", "figures.deployment");
    private static final List<String> NUMBERS = List.of("holdings.percent", "figures.value", "rates.rate");
    private static final List<String> HINTED = List.of(
            "entities.key",
            "entities.seat",
            "entities.registered",
            "entities.competes-with",
            "holdings.percent",
            "holdings.from",
            "holdings.until",
            "figures.control",
            "figures.period",
            "figures.unit",
            "figures.as-of",
            "rates.rate");

    private final String word;
    private final String pointer;
    private final List<Definition> fields;

    OrganizationPart(String word, String pointer, Definition... fields) {
        this.word = word;
        this.pointer = pointer;
        this.fields = List.of(fields);
    }

    static Optional<OrganizationPart> find(String word) {
        return Stream.of(values()).filter(part -> part.word.equals(word)).findFirst();
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** JSON pointer to the list in the written form. */
    String pointer() {
        return pointer;
    }

    List<Definition> fields() {
        return fields;
    }

    /** First part of the keys of its texts. */
    String kind() {
        return "organization." + word;
    }

    boolean mayBeEmpty(Definition field) {
        return MAY_BE_EMPTY.contains(word + "." + field.id());
    }

    boolean isNumber(Definition field) {
        return NUMBERS.contains(word + "." + field.id());
    }

    /** The field is a choice among the entities. */
    boolean isEntity(Definition field) {
        return field.kind() == ONE && field.list().isEmpty() && !field.id().equals("deployment");
    }

    /** Ids of all fields that have a label. */
    public Stream<String> labeled() {
        return fields.stream().map(Definition::id);
    }

    /** Ids of the fields that have a hint. */
    public Stream<String> hinted() {
        return HINTED.stream()
                .filter(field -> field.startsWith(word + "."))
                .map(field -> field.substring(word.length() + 1));
    }
}
