package licet.registry.clearing;

import jakarta.inject.Singleton;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Catalog;
import licet.registry.ingest.IngestQueue;

/** Origins that people named and that are not on record: their terms bind, so they are read soon. */
@Singleton
class UnreadOrigins {
    private final Catalog catalog;
    private final IngestQueue queue;

    UnreadOrigins(Catalog catalog, IngestQueue queue) {
        this.catalog = catalog;
        this.queue = queue;
    }

    /** To be called when the clearing stands. Should it be lost, the next reading of anything reads them as well. */
    void queue(Clearing confirmed) {
        if (confirmed.concluded() instanceof Concluded.Lineage lineage) {
            lineage.parents().stream()
                    .map(Concluded.Origin::model)
                    .filter(parent -> !catalog.knows(parent))
                    .flatMap(parent -> RepoId.find(parent.value()).stream())
                    .forEach(parent -> queue.add(parent, Revision.MAIN));
        }
    }
}
