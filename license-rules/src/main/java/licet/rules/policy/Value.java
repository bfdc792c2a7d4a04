package licet.rules.policy;

import java.util.Optional;
import java.util.Set;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.facts.Question;

/** What is on record about one fact. */
sealed interface Value {
    /** @param value a text, a truth value, a {@link DatedFact}, or a list of such */
    record Known(Object value) implements Value {}

    /** @param questions whose answers would make it known */
    record Unknown(Set<Question> questions) implements Value {}

    /** A list of acts of which some are still open. */
    record OpenActs(Deployment.Acts acts) implements Value {}

    static Value of(Optional<?> value, Question question) {
        return value.<Value>map(Known::new).orElseGet(() -> new Unknown(Set.of(question)));
    }

    static <T> Value of(Fact<T> fact, Question question, java.util.function.Function<T, ?> shown) {
        return of(fact.find().map(shown), question);
    }
}
