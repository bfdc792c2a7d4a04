package licet.ingest.weights;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many parameters a model has.
 *
 * @param byType by the type of storage; packed values are counted one by one
 * @param mixture of experts; empty for models without
 */
public record Parameters(SortedMap<String, Long> byType, Optional<Mixture> mixture) {
    public static final Parameters NONE = new Parameters(new TreeMap<>(), Optional.empty());

    public Parameters {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
    }

    /**
     * Which parameters work on each token.
     *
     * @param routed parameters of all experts that are chosen from
     * @param active the rest, and those of the chosen experts
     */
    public record Mixture(long experts, long used, long routed, long active) {}

    public long total() {
        return byType.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The type that holds most of them. */
    public Optional<String> mainType() {
        return byType.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
