package licet.ingest.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;

/** Collects the entries of a list and all that is wrong with them, so that one look at the answer is enough. */
final class ListEntries {
    static final int MAX_ENTRIES = 100_000;
    private static final int MAX_PROBLEMS = 50;

    private final Set<ModelListResult.Entry> entries = new LinkedHashSet<>();
    private final List<ModelListResult.LineProblem> problems = new ArrayList<>();

    /**
     * What stands at one place of a list.
     *
     * @param line from one
     * @param column of its first character, from one
     */
    record Cell(int line, int column, String text) {
        /** A column that nobody wrote. */
        static Cell missing(int line) {
            return new Cell(line, 0, "");
        }
    }

    /** @param revision blank for the main one */
    void add(Cell model, Cell revision) {
        Optional<RepoId> id = parse(model, "model", RepoId::parse);
        if (revision.text().isBlank()) {
            id.ifPresent(name -> add(model, new ModelListResult.Entry(name, Optional.empty())));
            return;
        }
        Optional<Revision> at = parse(revision, "revision", Revision::parse);
        id.ifPresent(name -> at.ifPresent(known -> add(model, new ModelListResult.Entry(name, Optional.of(known)))));
    }

    private void add(Cell model, ModelListResult.Entry entry) {
        if (entries.size() == MAX_ENTRIES && !entries.contains(entry)) {
            refuse(model.line(), "more than " + MAX_ENTRIES + " models: split the list");
        } else {
            entries.add(entry);
        }
    }

    private <T> Optional<T> parse(Cell cell, String field, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(cell.text()));
        } catch (IllegalArgumentException e) {
            refuse(cell, field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The line as a whole. */
    void refuse(int line, String message) {
        refuse(Cell.missing(line), "", message);
    }

    void refuse(Cell at, String field, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new ModelListResult.LineProblem(at.line(), at.column(), field, message));
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
