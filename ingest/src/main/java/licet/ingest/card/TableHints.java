package licet.ingest.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a card. A table compares siblings: only the row of this model speaks about it. */
final class TableHints {
    private final OwnName own;
    private final MentionedModels mentioned;
    private final HintPhrases phrases;
    private @Nullable List<String> header;

    TableHints(OwnName own, MentionedModels mentioned, HintPhrases phrases) {
        this.own = own;
        this.mentioned = mentioned;
        this.phrases = phrases;
    }

    static boolean isRow(String line) {
        return line.strip().startsWith("|");
    }

    void endOfTable() {
        header = null;
    }

    /** The base models that a row gives for this model; empty for the head and for rows of others. */
    List<RepoId> row(String line) {
        List<String> cells = cells(line);
        List<String> head = header;
        if (head == null) {
            header = cells;
            return List.of();
        }
        if (cells.isEmpty() || !own.isIn(cells.getFirst())) {
            return List.of();
        }
        Optional<Integer> column = baseColumn(head);
        if (column.isPresent()) {
            return column.get() < cells.size() ? mentioned.list(cells.get(column.get())) : List.of();
        }
        return onlyOther(cells.subList(1, cells.size()));
    }

    private Optional<Integer> baseColumn(List<String> head) {
        for (int i = 1; i < head.size(); i++) {
            if (phrases.header().matcher(head.get(i)).find()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Under a head that says nothing, a single other model beside this one is its base; several are a comparison. */
    private List<RepoId> onlyOther(List<String> cells) {
        List<RepoId> found = new ArrayList<>();
        cells.forEach(cell -> found.addAll(mentioned.list(cell)));
        found.removeIf(own::hasSameName);
        return found.size() == 1 ? List.copyOf(found) : List.of();
    }

    private static List<String> cells(String line) {
        String row = line.strip().replaceAll("^\\|", "").replaceAll("\\|$", "");
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }
}
