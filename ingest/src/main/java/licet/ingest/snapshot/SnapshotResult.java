package licet.ingest.snapshot;

import java.time.Duration;
import java.util.Optional;
import licet.ingest.hub.RepoId;

/** What came of asking for a snapshot. */
public sealed interface SnapshotResult {
    record Taken(ModelSnapshot snapshot) implements SnapshotResult {}

    /** No such repository, or private. */
    record Gone(RepoId model, String detail) implements SnapshotResult {}

    /** The repository is there, the revision is not. */
    record RevisionGone(RepoId model, String detail) implements SnapshotResult {}

    /** Taken down: not even its description is given. */
    record Disabled(RepoId model, String detail) implements SnapshotResult {}

    /** Not even the description is given without acceptance. */
    record GatedEntirely(RepoId model, String detail) implements SnapshotResult {}

    /**
     * Says nothing about the model.
     *
     * @param retryAfter when to ask again, where the Hub said so
     */
    record Failed(RepoId model, String detail, Optional<Duration> retryAfter) implements SnapshotResult {}
}
