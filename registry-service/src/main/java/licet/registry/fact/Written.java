package licet.registry.fact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import licet.rules.facts.Fact;
import licet.rules.facts.Ids;

/** Values the way people write them in a file: what nobody knows is {@code unknown}. */
final class Written {
    static final String UNKNOWN = "unknown";
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Written() {}

    static void flag(ObjectNode into, String name, Fact<Boolean> fact) {
        fact.find().ifPresentOrElse(value -> into.put(name, value), () -> into.put(name, UNKNOWN));
    }

    static <T> void text(ObjectNode into, String name, Fact<T> fact, Function<T, String> word) {
        into.put(name, fact.find().map(word).orElse(UNKNOWN));
    }

    static <T> void list(ObjectNode into, String name, Fact<? extends Collection<T>> fact, Function<T, String> word) {
        fact.find().ifPresentOrElse(all -> into.set(name, words(all, word)), () -> into.put(name, UNKNOWN));
    }

    static <T> ArrayNode words(Collection<T> all, Function<T, String> word) {
        var array = NODES.arrayNode();
        all.forEach(each -> array.add(word.apply(each)));
        return array;
    }

    static <E extends Enum<E>> ArrayNode choices(Collection<E> all) {
        return words(all, Ids::of);
    }

    /** Never with an exponent, which no reader of files takes. */
    static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
