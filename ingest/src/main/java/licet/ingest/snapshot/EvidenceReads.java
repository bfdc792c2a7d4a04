package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoPath;

/** Chooses the files of a repository that are evidence, and reads each, from the Hub or from a disk. */
final class EvidenceReads {
    private static final int MAX_FILES = 40;

    private final EvidenceNames names = EvidenceNames.shipped();

    List<FetchedModel.FileRead> read(List<RepoFile> files, FileContents contents) {
        List<FetchedModel.FileRead> reads = new ArrayList<>();
        for (Candidate candidate : candidates(files)) {
            var outcome = reads.size() < MAX_FILES
                    ? read(candidate, contents)
                    : notRead(EvidenceFile.Reason.TOO_MANY_FILES, "more than " + MAX_FILES + " files of evidence");
            reads.add(new FetchedModel.FileRead(candidate.file(), candidate.kind(), outcome));
        }
        return reads;
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

    private static FetchedModel.Outcome read(Candidate candidate, FileContents contents) {
        if (candidate.path().isEmpty()) {
            return notRead(EvidenceFile.Reason.UNSAFE_PATH, "the name could lead out of the repository");
        }
        return switch (contents.read(candidate.path().get())) {
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
