package licet.ingest.snapshot;

import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Answer;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;

/**
 * Everything that was fetched for a snapshot, before any of it is interpreted.
 *
 * @param source where it comes from
 * @param asked the name under which the model was asked for
 * @param files the complete list of files; empty where none was available
 * @param reads one for each file of evidence, in the order of the list
 */
record FetchedModel(
        String source, RepoId asked, Answer<ModelInfo> info, Optional<List<RepoFile>> files, List<FileRead> reads) {
    FetchedModel {
        files = files.map(List::copyOf);
        reads = List.copyOf(reads);
    }

    FetchedModel(RepoId asked, Answer<ModelInfo> info, Optional<List<RepoFile>> files, List<FileRead> reads) {
        this(ModelSnapshot.SOURCE, asked, info, files, reads);
    }

    record FileRead(RepoFile file, EvidenceFile.Kind kind, Outcome outcome) {}

    sealed interface Outcome {
        record Content(Payload body) implements Outcome {}

        record NotRead(EvidenceFile.Reason reason, String detail) implements Outcome {}
    }
}
