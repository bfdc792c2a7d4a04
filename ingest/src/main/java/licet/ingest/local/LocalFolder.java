package licet.ingest.local;

import java.nio.file.Path;
import java.util.Optional;
import licet.ingest.hub.RepoId;

/**
 * Where the files of one model lie.
 *
 * @param files the folder whose relative paths are those of the repository
 * @param fence the real folder that no link may lead out of
 * @param commit of the revision, where the layout tells
 */
record LocalFolder(Path files, Path fence, RepoId model, Optional<String> commit) {}
