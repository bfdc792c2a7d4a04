package licet.ingest.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;

/** Collects the entries of a list and all that is wrong with them, so that one look at the answer is enough. */
final class ListEntries {
    static final int MAX_ENTRIES = 100_000;
    private static final int MAX_PROBLEMS = 50;

    private final Set<ModelListResult.Entry> entries = new LinkedHashSet<>();
    private final List<ModelListResult.LineProblem> problems = new ArrayList<>();

    /** @param revision blank for the main one */
    void add(int line, String model, String revision) {
        try {
            var entry = new ModelListResult.Entry(
                    RepoId.parse(model), revision.isBlank() ? Optional.empty() : Optional.of(Revision.parse(revision)));
            if (entries.size() == MAX_ENTRIES && !entries.contains(entry)) {
                refuse(line, "more than " + MAX_ENTRIES + " models: split the list");
                return;
            }
            entries.add(entry);
        } catch (IllegalArgumentException e) {
            refuse(line, String.valueOf(e.getMessage()));
        }
    }

    void refuse(int line, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new ModelListResult.LineProblem(line, message));
        }
    }

    ModelListResult result() {
        if (entries.isEmpty() && problems.isEmpty()) {
            refuse(0, "the list names no model");
        }
        return problems.isEmpty()
                ? new ModelListResult.Accepted(List.copyOf(entries))
                : new ModelListResult.Rejected(problems);
    }
}
