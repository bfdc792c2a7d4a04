package licet.ingest.local;

/** Is told how far the hashing of weights is, and may stop it. */
public interface HashProgress {
    HashProgress NONE = new HashProgress() {};

    /**
     * Called for every few megabytes.
     *
     * @param file the path within the model
     * @param done bytes of all files so far
     * @param total bytes of all files
     */
    default void advanced(String file, long done, long total) {}

    default boolean isCancelled() {
        return false;
    }
}
