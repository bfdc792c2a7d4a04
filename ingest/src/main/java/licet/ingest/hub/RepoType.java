package licet.ingest.hub;

/** What a repository holds. */
public enum RepoType {
    MODEL,
    DATASET,
    SPACE
}
