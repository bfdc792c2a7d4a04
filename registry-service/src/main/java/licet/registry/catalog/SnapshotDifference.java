package licet.registry.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import licet.registry.drift.Drift;
import licet.registry.drift.WordDiff;

/**
 * What differs between two snapshots of one model.
 *
 * @param from the older one
 * @param changes in tags, texts, gating, declared bases and weights
 * @param files that came, went or have another content
 */
public record SnapshotDifference(
        Catalog.SnapshotRow from, Catalog.SnapshotRow to, List<Change> changes, List<FileChange> files) {
    public SnapshotDifference {
        changes = List.copyOf(changes);
        files = List.copyOf(files);
    }

    /**
     * @param kind as in the history of the model
     * @param words where two license texts differ
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Change(String kind, Drift detail, Optional<WordDiff> words) {}

    /**
     * @param before absent for a file that came
     * @param after absent for a file that went
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FileChange(String path, Optional<Content> before, Optional<Content> after) {}

    /** @param sha256 in hex, where the Hub tells it or the file was read */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Content(Optional<Long> size, Optional<String> sha256) {
        /** What is not known of both is no difference. */
        boolean differsFrom(Content other) {
            return differ(sha256, other.sha256) || differ(size, other.size);
        }

        private static <T> boolean differ(Optional<T> one, Optional<T> other) {
            return one.isPresent() && other.isPresent() && !one.equals(other);
        }
    }
}
