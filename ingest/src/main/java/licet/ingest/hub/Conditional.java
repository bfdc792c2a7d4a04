package licet.ingest.hub;

/** The answer to a question that names what is known already. */
public sealed interface Conditional<T> {
    record Changed<T>(T value) implements Conditional<T> {}

    /** The earlier answer still holds. */
    record Unchanged<T>() implements Conditional<T> {}
}
