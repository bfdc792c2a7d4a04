package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Answer;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.RepoPath;
import licet.ingest.hub.Revision;

/** Fetches all evidence of a model at one revision; what it means is left to {@link SnapshotMapper}. */
public final class SnapshotAssembler {
    private static final int MAX_FILES = 40;

    private final HubClient hub;
    private final SnapshotMapper mapper = new SnapshotMapper();
    private final EvidenceNames names = EvidenceNames.shipped();

    public SnapshotAssembler(HubClient hub) {
        this.hub = hub;
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
        List<FetchedModel.FileRead> reads = new ArrayList<>();
        for (Candidate candidate : candidates(files.orElse(List.of()))) {
            var outcome = reads.size() < MAX_FILES
                    ? read(model.id(), pinned, candidate)
                    : notRead(EvidenceFile.Reason.TOO_MANY_FILES, "more than " + MAX_FILES + " files of evidence");
            reads.add(new FetchedModel.FileRead(candidate.file(), candidate.kind(), outcome));
        }
        return new FetchedModel(asked, info, files, reads);
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

    /**
     * A file that its name makes evidence.
     *
     * @param path empty where the name could lead out of the repository, so that it is listed and not asked for
     */
    private record Candidate(RepoFile file, Optional<RepoPath> path, EvidenceFile.Kind kind) {
        int depth() {
            return path.map(RepoPath::depth).orElse(Integer.MAX_VALUE);
        }
    }

    /** The files nearest to the root first, card and configuration among them, so that the cap never costs these. */
    private List<Candidate> candidates(List<RepoFile> files) {
        List<Candidate> found = new ArrayList<>();
        for (RepoFile file : files) {
            Optional<RepoPath> path = RepoPath.find(file.path());
            path.flatMap(names::find)
                    .or(() -> path.isPresent() ? Optional.empty() : names.findUnsafe(file.path()))
                    .ifPresent(kind -> found.add(new Candidate(file, path, kind)));
        }
        found.sort(Comparator.comparingInt(Candidate::depth)
                .thenComparing(c -> c.file().path()));
        return found;
    }

    private FetchedModel.Outcome read(RepoId model, Revision revision, Candidate candidate) {
        if (candidate.path().isEmpty()) {
            return notRead(EvidenceFile.Reason.UNSAFE_PATH, "the name could lead out of the repository");
        }
        return switch (hub.file(model, revision, candidate.path().get())) {
            case HubResult.Found<Payload>(Payload body) -> checked(body, candidate.file());
            case HubResult.Refused<Payload>(HubProblem problem) ->
                notRead(reason(problem), problem.detail().toString());
        };
    }

    /** A proxy's error page, a pointer or a half file must not pass for a license. */
    private static FetchedModel.Outcome checked(Payload body, RepoFile listed) {
        Optional<String> expected = listed.lfsSha256().isPresent() ? listed.lfsSha256() : listed.blobOid();
        String actual = listed.lfsSha256().isPresent() ? body.sha256() : body.gitBlobOid();
        if (expected.isPresent() && !expected.get().equals(actual)) {
            return notRead(EvidenceFile.Reason.CONTENT_MISMATCH, "the content has the hash " + actual);
        }
        return new FetchedModel.Outcome.Content(body);
    }

    private static EvidenceFile.Reason reason(HubProblem problem) {
        return switch (problem) {
            case HubProblem.Gated _ -> EvidenceFile.Reason.GATED;
            case HubProblem.Disabled _ -> EvidenceFile.Reason.DISABLED;
            case HubProblem.Unauthorized _, HubProblem.InvalidToken _ -> EvidenceFile.Reason.UNAUTHORIZED;
            case HubProblem.RateLimited _ -> EvidenceFile.Reason.RATE_LIMITED;
            case HubProblem.TooLarge _ -> EvidenceFile.Reason.TOO_LARGE;
            case HubProblem.MissingEntry _,
                    HubProblem.MissingRepository _,
                    HubProblem.MissingRevision _,
                    HubProblem.MissingPage _,
                    HubProblem.Failed _ -> EvidenceFile.Reason.REQUEST_FAILED;
        };
    }

    private static FetchedModel.Outcome notRead(EvidenceFile.Reason reason, String detail) {
        return new FetchedModel.Outcome.NotRead(reason, detail);
    }
}
