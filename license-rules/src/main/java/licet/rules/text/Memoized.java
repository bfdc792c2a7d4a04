package licet.rules.text;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. Two threads may both make it; it is the same value then. */
final class Memoized<T> {
    private final Supplier<T> maker;
    private volatile Optional<T> made = Optional.empty();

    Memoized(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        return made.orElseGet(() -> {
            T value = maker.get();
            made = Optional.of(value);
            return value;
        });
    }
}
