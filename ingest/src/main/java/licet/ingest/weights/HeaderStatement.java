package licet.ingest.weights;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a header of weights says of its license and of the models it was made from.
 *
 * @param bases as far as they have a name or an address
 */
public record HeaderStatement(HeaderLicense license, List<HeaderBase> bases) {
    public HeaderStatement {
        bases = List.copyOf(bases);
    }

    public boolean isEmpty() {
        return license.isEmpty() && bases.isEmpty();
    }

    /** The file of a model whose header can state something: safetensors hardly ever do. */
    public static Optional<String> file(Collection<String> paths) {
        return MainWeights.find(paths)
                .filter(main -> main.format() == WeightsMetadata.Format.GGUF)
                .map(main -> main.files().getFirst());
    }

    /**
     * Reads the beginning of a GGUF file, which is one request. The statements stand before the vocabulary, so that the
     * megabytes of that are not fetched; what a strange file states behind it is not seen.
     */
    public static HeaderResult<HeaderStatement> read(String path, SourceOpener opener) {
        return HeaderResult.of(() -> {
            try (RangeSource source = opener.open(path)) {
                return of(GgufReader.readBeginning(source));
            }
        });
    }

    private static HeaderStatement of(GgufHeader header) {
        return new HeaderStatement(GgufFacts.license(header), GgufFacts.bases(header));
    }
}
