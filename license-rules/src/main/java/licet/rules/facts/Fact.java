package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import java.util.function.Function;

/** A value that may be unknown. An unknown value never permits anything. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Known.class, name = "known"),
    @JsonSubTypes.Type(value = Fact.Unknown.class, name = "unknown")
})
public sealed interface Fact<T> {
    record Known<T>(T value) implements Fact<T> {}

    record Unknown<T>() implements Fact<T> {}

    static <T> Fact<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Fact<T> unknown() {
        return new Unknown<>();
    }

    default Optional<T> find() {
        return switch (this) {
            case Known<T>(var value) -> Optional.of(value);
            case Unknown<T>() -> Optional.empty();
        };
    }

    /** The known value put through a test, or the question that would have to be answered first. */
    default Tri holds(Question question, Function<T, Boolean> test) {
        return switch (this) {
            case Known<T>(var value) -> test.apply(value) ? Tri.YES : Tri.NO;
            case Unknown<T>() -> Tri.unknown(question);
        };
    }
}
