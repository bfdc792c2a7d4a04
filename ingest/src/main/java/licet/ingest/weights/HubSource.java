package licet.ingest.weights;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import licet.ingest.hub.ByteRange;
import licet.ingest.hub.FilePart;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.RepoPath;
import licet.ingest.hub.Revision;

/** A file on the Hub, read by range requests; each read is one request, so readers ask for pieces and not for numbers. */
public final class HubSource implements RangeSource {
    private final HubClient hub;
    private final RepoId model;
    private final Revision revision;
    private final RepoPath path;
    private final OptionalLong size;

    private HubSource(HubClient hub, RepoId model, Revision revision, RepoPath path, OptionalLong size) {
        this.hub = hub;
        this.model = model;
        this.revision = revision;
        this.path = path;
        this.size = size;
    }

    /** @param files as the Hub lists them; their sizes are what headers are checked against */
    public static SourceOpener opener(HubClient hub, RepoId model, Revision revision, List<RepoFile> files) {
        Map<String, OptionalLong> sizes = new HashMap<>();
        files.forEach(file -> sizes.put(file.path(), file.size()));
        return path -> new HubSource(
                hub,
                model,
                revision,
                RepoPath.find(path)
                        .orElseThrow(() -> new RefusedHeader(
                                WeightsProblem.Kind.UNSAFE_NAME, "the name could lead out of the repository")),
                sizes.getOrDefault(path, OptionalLong.empty()));
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
        return switch (hub.part(model, revision, path, new ByteRange.Slice(offset, length))) {
            case HubResult.Found<FilePart>(FilePart.Bytes(var content, var from, var total)) -> content.bytes();
            case HubResult.Found<FilePart>(FilePart.PastEnd(var total)) -> new byte[0];
            case HubResult.Refused<FilePart>(HubProblem problem) -> throw refused(problem);
        };
    }

    private static IOException refused(HubProblem problem) {
        String detail = problem.detail().toString();
        return switch (problem) {
            case HubProblem.RateLimited _, HubProblem.TooLarge _, HubProblem.Failed _ -> new IOException(detail);
            case HubProblem.Gated _,
                    HubProblem.Disabled _,
                    HubProblem.MissingRepository _,
                    HubProblem.MissingRevision _,
                    HubProblem.MissingEntry _,
                    HubProblem.MissingPage _,
                    HubProblem.InvalidToken _,
                    HubProblem.Unauthorized _ -> new RefusedHeader(WeightsProblem.Kind.WITHHELD, detail);
        };
    }
}
