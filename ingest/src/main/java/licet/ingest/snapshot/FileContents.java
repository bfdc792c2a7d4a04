package licet.ingest.snapshot;

import licet.ingest.hub.HubResult;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoPath;

/** Gives the bytes of a small file of one model at one revision. */
@FunctionalInterface
public interface FileContents {
    HubResult<Payload> read(RepoPath path);
}
