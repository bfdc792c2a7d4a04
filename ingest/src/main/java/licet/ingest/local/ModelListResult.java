package licet.ingest.local;

import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;

/** A list of models as somebody wrote it: good as a whole, or not taken at all. */
public sealed interface ModelListResult {
    /** Each model and revision once, in the order of the list. */
    record Accepted(List<Entry> entries) implements ModelListResult {
        public Accepted {
            entries = List.copyOf(entries);
        }
    }

    /** Everything that is wrong, in the order of the lines. */
    record Rejected(List<LineProblem> problems) implements ModelListResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** @param revision empty for the main one */
    record Entry(RepoId model, Optional<Revision> revision) {}

    /**
     * @param line from one; zero where the list as a whole is meant
     * @param column of the character, from one; zero where the whole line is meant
     * @param field {@code model} or {@code revision}; empty where neither alone is meant
     */
    record LineProblem(int line, int column, String field, String message) {}
}
