package licet.rules.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import licet.rules.facts.Fact;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;

/**
 * One fact that conditions may speak of.
 *
 * @param name {@code structure} and {@code field}, for example {@code model.scan}
 */
record Entry(String name, String structure, String field, Shape shape, Domain domain, Function<Matter, Value> reader) {
    Entry(String name, Shape shape, Domain domain, Function<Matter, Value> reader) {
        this(name, name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1), shape, domain, reader);
    }

    static <E extends Enum<E>> Entry word(String name, Class<E> type, Function<Matter, E> reader) {
        return new Entry(
                name, Shape.TEXT, Domain.Words.of(type), matter -> new Value.Known(Ids.of(reader.apply(matter))));
    }

    static <E extends Enum<E>> Entry words(
            String name, Class<E> type, Function<Matter, ? extends Collection<E>> reader) {
        return new Entry(
                name,
                Shape.TEXTS,
                Domain.Words.of(type),
                matter -> new Value.Known(sorted(reader.apply(matter), Ids::of)));
    }

    /** Each text once, in order. */
    private static <T> List<String> sorted(Collection<T> values, Function<T, String> written) {
        var all = new TreeSet<String>();
        for (T value : values) {
            all.add(written.apply(value));
        }
        return List.copyOf(all);
    }

    static Entry text(String name, Domain domain, Function<Matter, String> reader) {
        return new Entry(name, Shape.TEXT, domain, matter -> new Value.Known(reader.apply(matter)));
    }

    static Entry texts(String name, Domain domain, Function<Matter, ? extends Collection<String>> reader) {
        return new Entry(
                name, Shape.TEXTS, domain, matter -> new Value.Known(sorted(reader.apply(matter), text -> text)));
    }

    /** A fact that people answer for. */
    static <T> Entry asked(
            String name,
            Shape shape,
            Domain domain,
            Function<Matter, Question> question,
            Function<Matter, Fact<T>> fact,
            Function<T, ?> shown) {
        return new Entry(name, shape, domain, matter -> Value.of(fact.apply(matter), question.apply(matter), shown));
    }

    static Entry date(String name, Function<Matter, Question> question, Function<Matter, Optional<LocalDate>> reader) {
        return new Entry(
                name,
                Shape.DATE,
                new Domain.Open(),
                matter -> Value.of(reader.apply(matter).map(matter::dated), question.apply(matter)));
    }

    static Entry dates(String name, Function<Matter, List<LocalDate>> reader) {
        return new Entry(
                name,
                Shape.DATES,
                new Domain.Open(),
                matter -> new Value.Known(
                        reader.apply(matter).stream().map(matter::dated).toList()));
    }
}
