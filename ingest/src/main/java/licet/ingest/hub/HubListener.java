package licet.ingest.hub;

import java.time.Duration;

/** Hears what a client does, for metrics and progress. Called by the asking threads, so it must be quick and safe. */
public interface HubListener {
    HubListener NONE = new HubListener() {};

    /**
     * An answer came, redirects and errors among them.
     *
     * @param bytes of the body that were read, uncompressed
     */
    default void answered(int status, long bytes) {}

    /** A request is sent once more. @param quota {@code api} or {@code resolvers} */
    default void retried(String quota) {}

    /** A request waited for the quota or before another attempt. */
    default void waited(String quota, Duration time) {}

    /** The Hub warned of something; told once a topic. */
    default void warned(String topic, String message) {}
}
