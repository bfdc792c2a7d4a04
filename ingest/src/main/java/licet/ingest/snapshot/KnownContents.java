package licet.ingest.snapshot;

import java.util.Optional;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;

/** Contents that were read before: a file that did not change is not asked for again. */
@FunctionalInterface
public interface KnownContents {
    KnownContents NONE = (model, file) -> Optional.empty();

    /** What is found is checked against the listed hash like any answer, so a wrong one does no harm but a wasted try. */
    Optional<Payload> find(RepoId model, RepoFile listed);
}
