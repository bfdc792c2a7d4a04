package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.Answer;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.RepoFile;
import licet.ingest.weights.HeaderStatement;
import licet.ingest.weights.WeightsMetadata;

/** Makes the same snapshot from files on a disk as from the Hub, of what a disk can tell. */
public final class FolderSnapshots {
    private final SnapshotMapper mapper = new SnapshotMapper();
    private final EvidenceReads evidence = new EvidenceReads();

    /**
     * Takes a snapshot of files that are all at hand.
     *
     * @param description of the model as far as it is known, beside the form in which it is kept
     * @param files all of them, so that a license that is not among them is absent
     * @param weights what the headers say, where they could be read
     */
    public ModelSnapshot take(
            Answer<ModelInfo> description,
            List<RepoFile> files,
            FileContents contents,
            Optional<WeightsMetadata> weights) {
        var reads = new ArrayList<>(evidence.read(files, contents));
        weights.flatMap(read -> statement(files, read)).ifPresent(reads::add);
        return mapper.map(new FetchedModel(
                ModelSnapshot.LOCAL_SOURCE, description.value().id(), description, Optional.of(files), reads));
    }

    private static Optional<FetchedModel.FileRead> statement(List<RepoFile> files, WeightsMetadata weights) {
        return files.stream()
                .filter(file -> file.path().equals(weights.files().getFirst()))
                .findFirst()
                .flatMap(file -> HeaderReads.of(file, new HeaderStatement(weights.license(), weights.bases())));
    }
}
