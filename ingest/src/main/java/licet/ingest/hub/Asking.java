package licet.ingest.hub;

import java.io.IOException;
import okhttp3.Headers;
import okio.BufferedSource;

/** One question to the Hub. It can take several attempts, so each call of {@link #read} starts anew. */
interface Asking<T> {
    /** For each attempt: a question may ask for less than before, or only for what it still lacks. */
    Outgoing request();

    /** The Hub's name of the quota that pays: {@code api} or {@code resolvers}. */
    String quota();

    /** Bytes of the body, uncompressed, that are read at most. */
    long cap();

    default boolean accepts(int status) {
        return status >= 200 && status < 300;
    }

    /** @throws BodyException for a body that is damaged, too large or of a wrong shape */
    T read(Head head, BufferedSource body) throws IOException;

    /** Told about each redirect that the Hub itself gave, before it is followed. */
    default void redirected(Headers hop) throws BodyException {}

    /** Told before another attempt when the server or the way to it did not manage in time. */
    default void overloaded() {}
}
