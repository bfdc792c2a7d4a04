package licet.registry.watch;

import java.util.Optional;
import licet.ingest.hub.RepoId;

/** A part of the Hub. */
public sealed interface Target {
    /** Everything in one namespace. */
    record Developer(String owner) implements Target {}

    /** @param slug as it stands in the collection's address, {@code owner/title-id} */
    record Collection(String slug) implements Target {}

    /** What a search finds within one namespace. */
    record Family(String owner, String words) implements Target {}

    /** What a search finds anywhere. */
    record Search(String words) implements Target {}

    record Model(RepoId id) implements Target {}

    record WholeHub() implements Target {}

    default String kind() {
        return switch (this) {
            case Developer _ -> "developer";
            case Collection _ -> "collection";
            case Family _ -> "family";
            case Search _ -> "search";
            case Model _ -> "model";
            case WholeHub() -> "hub";
        };
    }

    /** The first part of the stored form. */
    default String subject() {
        return switch (this) {
            case Developer(var owner) -> owner;
            case Collection(var slug) -> slug;
            case Family(var owner, var _) -> owner;
            case Search(var words) -> words;
            case Model(var id) -> id.value();
            case WholeHub() -> "";
        };
    }

    /** The second part of the stored form: only a family has one. */
    default String words() {
        return this instanceof Family(var _, var words) ? words : "";
    }

    /**
     * The namespace whose every model a complete listing shows; the empty text for all of them. Empty for targets whose
     * lists can lack a model that is still there.
     */
    default Optional<String> coveredOwner() {
        return switch (this) {
            case Developer(var owner) -> Optional.of(owner);
            case WholeHub() -> Optional.of("");
            case Collection _, Family _, Search _, Model _ -> Optional.empty();
        };
    }

    /** Reads the stored form. */
    static Target of(String kind, String subject, String words) {
        return switch (kind) {
            case "developer" -> new Developer(subject);
            case "collection" -> new Collection(subject);
            case "family" -> new Family(subject, words);
            case "search" -> new Search(subject);
            case "model" -> new Model(RepoId.parse(subject));
            case "hub" -> new WholeHub();
            default -> throw new IllegalArgumentException("no watch is of the kind " + kind);
        };
    }
}
