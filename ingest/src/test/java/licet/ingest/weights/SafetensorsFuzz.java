package licet.ingest.weights;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/** A header or an index is read, or refused with a reason; nothing is counted that the file cannot hold. */
public final class SafetensorsFuzz {
    private SafetensorsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        requireBelievable(
                new WeightsReader(path -> MemorySource.of(input))
                        .readSafetensors(List.of("m.safetensors"), WeightsConfig.NONE, Optional.empty()),
                input.length);
        // Most of an input is wasted on the length; the JSON behind it is tried with a length that fits.
        byte[] framed = TensorList.file(input);
        requireBelievable(
                new WeightsReader(path -> MemorySource.ofUnknownSize(framed))
                        .readSafetensors(List.of("m.safetensors"), WeightsConfig.NONE, Optional.empty()),
                Long.MAX_VALUE / 8);
        if (SafetensorsIndexReader.read(new ByteArrayInputStream(input))
                instanceof HeaderResult.Refused<SafetensorsIndex>(WeightsProblem problem)) {
            requireReason(problem);
        }
    }

    static void requireBelievable(HeaderResult<WeightsMetadata> result, long bytes) {
        switch (result) {
            case HeaderResult.Refused<WeightsMetadata>(WeightsProblem problem) -> requireReason(problem);
            case HeaderResult.Read<WeightsMetadata>(WeightsMetadata metadata) -> {
                long total = metadata.parameters().total();
                if (total < 0 || total > 8 * bytes) {
                    throw new AssertionError(total + " parameters in " + bytes + " bytes");
                }
            }
        }
    }

    private static void requireReason(WeightsProblem problem) {
        if (problem.detail().isBlank() || problem.isPassing()) {
            throw new AssertionError("refused without a reason: " + problem);
        }
    }
}
