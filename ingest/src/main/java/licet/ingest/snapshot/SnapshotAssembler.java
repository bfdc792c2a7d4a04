package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Answer;
import licet.ingest.hub.Gating;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.weights.HubSource;

/** Fetches all evidence of a model at one revision; what it means is left to {@link SnapshotMapper}. */
public final class SnapshotAssembler {
    private final HubClient hub;
    private final KnownContents known;
    private final SnapshotMapper mapper = new SnapshotMapper();
    private final EvidenceReads evidence = new EvidenceReads();

    public SnapshotAssembler(HubClient hub) {
        this(hub, KnownContents.NONE);
    }

    public SnapshotAssembler(HubClient hub, KnownContents known) {
        this.hub = hub;
        this.known = known;
    }

    public SnapshotResult fetch(RepoId model, Revision revision) {
        return switch (hub.modelInfo(model, revision)) {
            case HubResult.Found<Answer<ModelInfo>>(Answer<ModelInfo> info) ->
                new SnapshotResult.Taken(mapper.map(fetchFiles(model, revision, info)));
            case HubResult.Refused<Answer<ModelInfo>>(HubProblem problem) -> refused(model, problem);
        };
    }

    private static SnapshotResult refused(RepoId model, HubProblem problem) {
        String detail = problem.detail().toString();
        return switch (problem) {
            case HubProblem.MissingRepository _ -> new SnapshotResult.Gone(model, detail);
            case HubProblem.MissingRevision _ -> new SnapshotResult.RevisionGone(model, detail);
            case HubProblem.Disabled _ -> new SnapshotResult.Disabled(model, detail);
            case HubProblem.Gated _ -> new SnapshotResult.GatedEntirely(model, detail);
            case HubProblem.RateLimited(var _, var after) ->
                new SnapshotResult.Failed(model, detail, Optional.of(after));
            case HubProblem.MissingEntry _,
                    HubProblem.MissingPage _,
                    HubProblem.InvalidToken _,
                    HubProblem.Unauthorized _,
                    HubProblem.TooLarge _,
                    HubProblem.Failed _ -> new SnapshotResult.Failed(model, detail, Optional.empty());
        };
    }

    /** Files are read at the commit that the description names, so that a push in between cannot mix two revisions. */
    private FetchedModel fetchFiles(RepoId asked, Revision revision, Answer<ModelInfo> info) {
        ModelInfo model = info.value();
        Revision pinned = model.identity().commit().map(Revision::new).orElse(revision);
        Optional<List<RepoFile>> files = listFiles(model, pinned);
        List<RepoFile> listed = files.orElse(List.of());
        var reads = new ArrayList<>(evidence.read(listed, contents(model, pinned, listed)));
        HeaderReads.read(listed, HubSource.opener(hub, model.id(), pinned, listed))
                .ifPresent(reads::add);
        return new FetchedModel(asked, info, files, reads);
    }

    /** Of a gated model nothing is taken from memory: what can be read of it must not depend on what was read before. */
    private FileContents contents(ModelInfo model, Revision pinned, List<RepoFile> files) {
        FileContents asked = path -> hub.file(model.id(), pinned, path);
        if (model.state().gating() != Gating.NONE) {
            return asked;
        }
        return path -> files.stream()
                .filter(file -> file.path().equals(path.toString()))
                .findFirst()
                .flatMap(file -> known.find(model.id(), file))
                .<HubResult<Payload>>map(HubResult.Found::new)
                .orElseGet(() -> asked.read(path));
    }

    /** The description lists all files; only where it lacks them, or their sizes and hashes, the tree is asked for. */
    private Optional<List<RepoFile>> listFiles(ModelInfo model, Revision pinned) {
        Optional<List<RepoFile>> siblings = model.siblings();
        boolean enough = siblings.isPresent()
                && siblings.get().stream().allMatch(f -> f.blobOid().isPresent());
        if (enough) {
            return siblings;
        }
        return switch (hub.tree(model.id(), pinned)) {
            case HubResult.Found<List<RepoFile>>(List<RepoFile> files) -> Optional.of(files);
            case HubResult.Refused<List<RepoFile>> _ -> siblings;
        };
    }
}
