package licet.ingest.hub;

/** What came back after all redirects: a body that the caller asked to read, or an error in the server's words. */
sealed interface Reply<T> {
    Head head();

    record Read<T>(Head head, T value) implements Reply<T> {}

    /** @param words the start of the body; empty for a page of HTML, which says nothing to a program */
    record Error<T>(Head head, Payload words) implements Reply<T> {}
}
