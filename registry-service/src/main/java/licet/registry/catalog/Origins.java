package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import licet.registry.knowledge.HubMode;

/** Whose word counts about what a model was made from: a folder is believed about other folders, never about the Hub. */
@Singleton
final class Origins {
    private final String hub;

    Origins(HubMode mode) {
        this.hub = mode.source();
    }

    /** Where the bases of a model are looked for, the source that counts most first. */
    List<String> ofBases(String source) {
        return source.equals(LocalCatalog.SOURCE) ? List.of(hub, LocalCatalog.SOURCE) : List.of(source);
    }

    /** Where models can be that were made from one of this source. */
    List<String> ofDerived(String source) {
        return source.equals(LocalCatalog.SOURCE) ? List.of(source) : List.of(source, LocalCatalog.SOURCE);
    }
}
