package licet.ingest.hub;

/** How a repository asks for acceptance before it hands out files. */
public enum Gating {
    NONE,
    /** Anyone who accepts gets the files. */
    AUTO,
    /** The publisher decides on each request. */
    MANUAL,
    /** The answer did not say. */
    UNKNOWN
}
