package licet.ingest.hub;

import java.util.Optional;

/**
 * Which collections to list.
 *
 * @param item one that they contain: {@code models/acme/model}
 * @param limit how many in all
 */
public record CollectionQuery(Optional<String> owner, Optional<String> item, Optional<String> search, int limit) {
    public CollectionQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit %d gives no collection: at least 1".formatted(limit));
        }
    }

    public static CollectionQuery ownedBy(String namespace, int limit) {
        return new CollectionQuery(Optional.of(namespace), Optional.empty(), Optional.empty(), limit);
    }

    public static CollectionQuery containing(RepoId model, int limit) {
        return new CollectionQuery(Optional.empty(), Optional.of("models/" + model.value()), Optional.empty(), limit);
    }
}
