package licet.ingest.weights;

import java.util.Optional;

/**
 * What {@code config.json} adds to the headers.
 *
 * @param expertType the type of the experts where it differs from the rest, such as {@code fp4}
 * @param contextLength in tokens
 */
public record WeightsConfig(
        Optional<Quantization> quantization,
        Optional<String> expertType,
        Optional<Experts> experts,
        Optional<Long> contextLength) {
    public static final WeightsConfig NONE =
            new WeightsConfig(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of so many experts, so many are asked for each token. */
    public record Experts(long count, long used) {}
}
