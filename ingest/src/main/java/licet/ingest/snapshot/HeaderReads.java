package licet.ingest.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.weights.HeaderResult;
import licet.ingest.weights.HeaderStatement;
import licet.ingest.weights.SourceOpener;

/** Takes what the header of the main weights states into the evidence. */
final class HeaderReads {
    private HeaderReads() {}

    /** A header that says nothing, or that is none, is no evidence; one that could not be had is a gap that passes. */
    static Optional<FetchedModel.FileRead> read(List<RepoFile> files, SourceOpener opener) {
        return HeaderStatement.file(files.stream().map(RepoFile::path).toList())
                .flatMap(path ->
                        files.stream().filter(file -> file.path().equals(path)).findFirst())
                .flatMap(file -> switch (HeaderStatement.read(file.path(), opener)) {
                    case HeaderResult.Read<HeaderStatement>(HeaderStatement statement) -> of(file, statement);
                    case HeaderResult.Refused<HeaderStatement>(var problem) ->
                        problem.isPassing()
                                ? Optional.of(read(
                                        file,
                                        new FetchedModel.Outcome.NotRead(
                                                EvidenceFile.Reason.REQUEST_FAILED, problem.detail())))
                                : Optional.empty();
                });
    }

    static Optional<FetchedModel.FileRead> of(RepoFile file, HeaderStatement statement) {
        String text = HeaderFields.write(statement);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(read(
                        file, new FetchedModel.Outcome.Content(Payload.of(text.getBytes(StandardCharsets.UTF_8)))));
    }

    private static FetchedModel.FileRead read(RepoFile file, FetchedModel.Outcome outcome) {
        return new FetchedModel.FileRead(file, EvidenceFile.Kind.WEIGHTS_HEADER, outcome);
    }
}
