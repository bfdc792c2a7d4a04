package licet.registry.imports;

import jakarta.inject.Singleton;
import java.util.List;
import licet.ingest.local.HashProgress;
import licet.ingest.local.LocalModels;
import licet.ingest.local.LocalRequest;
import licet.ingest.local.LocalResult;
import licet.registry.catalog.LocalCatalog;
import licet.registry.platform.audit.Actor;

/** Puts downloaded models on record. */
@Singleton
public class FolderImport {
    private final LocalCatalog catalog;

    FolderImport(LocalCatalog catalog) {
        this.catalog = catalog;
    }

    /** What came of one model. */
    public sealed interface Outcome {
        /** @param notes what was left out of it and why */
        record Stored(LocalCatalog.Kept kept, List<String> notes) implements Outcome {
            public Stored {
                notes = List.copyOf(notes);
            }
        }

        /** Nothing was written. */
        record Skipped(LocalResult.Reason reason, String detail) implements Outcome {}

        /** The progress asked to stop; nothing was written. */
        record Stopped() implements Outcome {}
    }

    /** Reads and hashes outside any transaction, then stores all of the model in one. */
    public Outcome take(LocalRequest request, Actor actor, HashProgress progress) {
        return switch (new LocalModels(progress).take(request)) {
            case LocalResult.Taken(var snapshot, var _, var notes) ->
                new Outcome.Stored(catalog.store(snapshot, actor), notes);
            case LocalResult.Refused(var reason, var detail) -> new Outcome.Skipped(reason, detail);
            case LocalResult.Cancelled() -> new Outcome.Stopped();
        };
    }
}
