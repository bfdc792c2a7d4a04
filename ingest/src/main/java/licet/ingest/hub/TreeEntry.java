package licet.ingest.hub;

import java.util.Optional;

/**
 * One line of a repository's tree.
 *
 * @param file path, git's name and size; a directory has size 0
 * @param lastCommit that touched it, only where asked for
 * @param scan only where asked for
 */
public record TreeEntry(
        Kind kind, RepoFile file, Optional<String> xetHash, Optional<Commit> lastCommit, Optional<ScanStatus> scan) {
    public enum Kind {
        FILE,
        DIRECTORY,
        /** Neither, or a kind that is not known here. */
        UNKNOWN
    }

    /** The sum of the Hub's scanners over one file. Only {@code SAFE} is a clean bill. */
    public enum ScanStatus {
        UNSCANNED,
        SAFE,
        QUEUED,
        ERROR,
        CAUTION,
        SUSPICIOUS,
        UNSAFE,
        UNKNOWN
    }
}
