package licet.ingest.weights;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code model.safetensors.index.json} says.
 *
 * @param shards the files with how many tensors each is said to hold
 * @param totalSize bytes of all tensors as stated; some tools write zero, which is left out
 * @param totalParameters as stated
 */
public record SafetensorsIndex(
        SortedMap<String, Long> shards,
        Optional<Long> totalSize,
        Optional<Long> totalParameters,
        List<WeightsProblem> problems) {
    public SafetensorsIndex {
        shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        problems = List.copyOf(problems);
    }
}
