package licet.ingest.local;

import java.nio.file.Path;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;

/**
 * Which local model to look at.
 *
 * @param path a folder or one file of weights
 * @param name of the model; needed where the folder is not named as the Hub's tools name it
 * @param revision of several in a cache; elsewhere the commit that the files are said to be
 */
public record LocalRequest(Path path, Optional<RepoId> name, Optional<Revision> revision) {
    public static LocalRequest of(Path path) {
        return new LocalRequest(path, Optional.empty(), Optional.empty());
    }
}
