package licet.ingest.hub;

import java.util.function.Function;

/** The outcome of one Hub operation. */
public sealed interface HubResult<T> {
    record Found<T>(T value) implements HubResult<T> {}

    record Refused<T>(HubProblem problem) implements HubResult<T> {}

    default <R> HubResult<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Found<T>(T value) -> new Found<>(change.apply(value));
            case Refused<T>(HubProblem problem) -> new Refused<>(problem);
        };
    }

    default <R> HubResult<R> flatMap(Function<? super T, HubResult<R>> change) {
        return switch (this) {
            case Found<T>(T value) -> change.apply(value);
            case Refused<T>(HubProblem problem) -> new Refused<>(problem);
        };
    }
}
