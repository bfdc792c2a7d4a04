package licet.ingest.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A collection of repositories that someone put together.
 *
 * @param slug its place: {@code owner/title-0123456789abcdef01234567}
 * @param items all of them in a single answer, the first few in a list
 */
public record HubCollection(
        String slug,
        String title,
        Optional<String> owner,
        Optional<String> description,
        Optional<Instant> lastUpdated,
        List<Item> items) {
    public HubCollection {
        items = List.copyOf(items);
    }

    /** @param type {@code model}, {@code dataset}, {@code space}, {@code paper}, or what the Hub adds */
    public record Item(String type, String id, Optional<String> note) {
        /** The model that this item is; empty for anything else. */
        public Optional<RepoId> findModel() {
            return type.equals("model") ? RepoId.find(id) : Optional.empty();
        }
    }
}
