package licet.rules.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import licet.rules.Spelling;
import licet.rules.facts.Country;
import licet.rules.facts.Fact;
import licet.rules.facts.Ids;

/** The fields of one mapping, read by name and type. */
public final class YamlFields {
    private static final String UNKNOWN = "unknown";

    private final YamlNode owner;
    private final Map<String, YamlNode> values;

    YamlFields(YamlNode owner, Map<String, YamlNode> values) {
        this.owner = owner;
        this.values = values;
    }

    public YamlNode at(String name) {
        return find(name).orElseThrow(() -> owner.problem("field '%s' is missing".formatted(name)));
    }

    public Optional<YamlNode> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Every file begins with the version of its format. */
    public void schema(int version) {
        YamlNode node = at("schema");
        if (!node.is(String.valueOf(version))) {
            throw node.problem("'%s' is not a schema that is read here; write %d".formatted(node.text(), version));
        }
    }

    public String text(String name) {
        return at(name).text();
    }

    public List<String> texts(String name) {
        return find(name).map(node -> node.list(YamlNode::text)).orElse(List.of());
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return choice(at(name), type);
    }

    private static <E extends Enum<E>> E choice(YamlNode node, Class<E> type) {
        String value = node.text();
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(Ids::of).toList();
        if (!allowed.contains(value)) {
            throw node.problem("'%s' is not known; did you mean '%s'? Allowed: %s"
                    .formatted(YamlNode.shown(value), Spelling.nearest(value, allowed), String.join(", ", allowed)));
        }
        return Ids.parse(type, value);
    }

    /** A list of choices; empty when the field is left out. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        return find(name).map(node -> choices(node, type)).orElse(Set.of());
    }

    private static <E extends Enum<E>> Set<E> choices(YamlNode node, Class<E> type) {
        return Set.copyOf(new LinkedHashSet<>(node.list(item -> choice(item, type))));
    }

    public LocalDate date(String name) {
        return at(name).parse("a date such as 2024-12-06", LocalDate::parse);
    }

    public Optional<LocalDate> findDate(String name) {
        return find(name).map(node -> node.parse("a date such as 2024-12-06", LocalDate::parse));
    }

    public BigDecimal number(String name) {
        return number(at(name));
    }

    public static BigDecimal number(YamlNode node) {
        return node.parse("a number without separators, such as 700000000", YamlFields::plainNumber);
    }

    /** At most 30 digits: an exponent could otherwise blow up in arithmetic. */
    private static BigDecimal plainNumber(String value) {
        if (!value.matches("-?\\d{1,24}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException(value);
        }
        return new BigDecimal(value);
    }

    public <T> List<T> list(String name, Function<YamlNode, T> reader) {
        return at(name).list(reader);
    }

    public <T> List<T> listOrEmpty(String name, Function<YamlNode, T> reader) {
        return find(name).map(node -> node.list(reader)).orElse(List.of());
    }

    /** Reads a part of its own, so that problems inside it do not hide those of its neighbors. */
    public <T> Optional<T> attempt(String name, Function<YamlNode, T> reader) {
        return at(name).attempt(reader);
    }

    /** A fact must be written, even if only as {@code unknown}: leaving it out is not an answer. */
    public <T> Fact<T> fact(String name, Function<YamlNode, T> reader) {
        YamlNode node = find(name)
                .orElseThrow(() ->
                        owner.problem("field '%s' is missing; write 'unknown' if nobody knows it".formatted(name)));
        return node.is(UNKNOWN) ? Fact.unknown() : Fact.known(reader.apply(node));
    }

    /** A fact that may be left out, which says the same as {@code unknown}. */
    public <T> Fact<T> findFact(String name, Function<YamlNode, T> reader) {
        return has(name) ? fact(name, reader) : Fact.unknown();
    }

    public Fact<Boolean> findFactFlag(String name) {
        return findFact(name, node -> node.parse("true, false or unknown", YamlFields::flagOf));
    }

    public <E extends Enum<E>> Fact<Set<E>> findFactChoices(String name, Class<E> type) {
        return findFact(name, node -> choices(node, type));
    }

    public Fact<Boolean> factFlag(String name) {
        return fact(name, node -> node.parse("true, false or unknown", YamlFields::flagOf));
    }

    /** False when the field is left out. */
    public boolean flag(String name) {
        return find(name)
                .map(node -> node.parse("true or false", YamlFields::flagOf))
                .orElse(false);
    }

    static Boolean flagOf(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    public Fact<Country> factCountry(String name) {
        return fact(name, YamlFields::country);
    }

    public static Country country(YamlNode node) {
        return node.parse("a country code of two capital letters, such as DE", Country::new);
    }

    public <E extends Enum<E>> Fact<E> factChoice(String name, Class<E> type) {
        return fact(name, node -> choice(node, type));
    }

    public <E extends Enum<E>> Fact<Set<E>> factChoices(String name, Class<E> type) {
        return fact(name, node -> choices(node, type));
    }
}
