package licet.rules.obligation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Things to do, each once however many models ask for it; what is due and what may become due stay apart. */
final class Once<T> {
    private final LinkedHashMap<Key<T>, Basis> all = new LinkedHashMap<>();

    private record Key<T>(T what, Optional<String> condition) {}

    void add(T what, Basis basis) {
        all.merge(new Key<>(what, basis.condition()), basis, Basis::and);
    }

    <R> List<R> list(BiFunction<T, Basis, R> made) {
        return all.entrySet().stream()
                .map(entry -> made.apply(entry.getKey().what(), entry.getValue()))
                .toList();
    }
}
