package licet.registry.ingest;

/** Hears how far a run has come. */
@FunctionalInterface
public interface IngestProgress {
    IngestProgress SILENT = (done, known, model, outcome) -> {};

    /**
     * @param done models read so far
     * @param known models that are known to be wanted; grows when parents are found
     * @param outcome one or two words, for example {@code taken} or {@code gone}
     */
    void read(int done, int known, String model, String outcome);
}
