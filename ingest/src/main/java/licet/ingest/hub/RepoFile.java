package licet.ingest.hub;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file as the Hub lists it.
 *
 * @param path as written by the publisher, not yet checked for traversal
 * @param blobOid git's name of the content, or of the pointer for a large file
 * @param lfsSha256 the content's hash, for large files only
 */
public record RepoFile(String path, Optional<String> blobOid, OptionalLong size, Optional<String> lfsSha256) {
    public static RepoFile named(String path) {
        return new RepoFile(path, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }
}
