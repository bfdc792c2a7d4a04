package licet.registry.terms;

import java.net.URI;

/** Fetches a page. */
@FunctionalInterface
interface PageReader {
    /** What came of it. */
    sealed interface Outcome {
        record Read(byte[] body) implements Outcome {}

        record Failed(String reason) implements Outcome {}
    }

    Outcome read(URI address);
}
