package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.problem.RegistryProblem;

/** What waits for people and what they concluded, to look at. */
@Singleton
public class ClearingCases {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 200;

    private static final int MOST_CLEARINGS = 200;

    private final CaseRows rows;
    private final CaseFiles files;
    private final ClearingTable table;
    private final QuestionTable asked;
    private final Database database;

    ClearingCases(CaseRows rows, CaseFiles files, ClearingTable table, QuestionTable asked, Database database) {
        this.rows = rows;
        this.files = files;
        this.table = table;
        this.asked = asked;
        this.database = database;
    }

    /**
     * @param counts open cases by the word of their kind, whatever was asked for
     * @param cases the largest first
     * @param next cursor of the next page; empty on the last
     * @param proposed what waits for a second person, the longest waiting first
     */
    public record Queue(
            Map<String, Long> counts, List<WaitingCase> cases, Optional<String> next, List<Clearing> proposed) {
        public Queue {
            cases = List.copyOf(cases);
            proposed = List.copyOf(proposed);
        }
    }

    /**
     * One page of what waits.
     *
     * @param cursor of the page before
     * @param limit from 1 to {@value #MAX_LIMIT}
     * @throws licet.registry.platform.problem.ProblemException malformed, where cursor or limit are
     */
    public Queue queue(Optional<QuestionKind> kind, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RegistryProblem.Malformed("limit", Integer.toString(limit), "use a number from 1 to " + MAX_LIMIT)
                    .asException();
        }
        var after = cursor.map(CasePlace::parse).orElse(CasePlace.BEGIN);
        return database.read(sql -> {
            var found = rows.list(sql, kind, after, limit + 1);
            var shown = found.stream().limit(limit).toList();
            var next = found.size() > limit
                    ? Optional.of(CasePlace.of(shown.getLast()).text())
                    : Optional.<String>empty();
            return new Queue(rows.count(sql), shown, next, table.listProposed(sql));
        });
    }

    /**
     * Everything about one case.
     *
     * @param sharing how many models have the evidence or a copy of it, of which some are named
     * @param history what was concluded about it, the newest first
     * @param changes where a clearing of one of these models was for other evidence than there is now
     */
    public record Opened(
            CaseFile file,
            long sharing,
            List<String> models,
            long deployments,
            List<Clearing> history,
            List<Changed> changes) {
        public Opened {
            models = List.copyOf(models);
            history = List.copyOf(history);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Evidence that changed after people had concluded something about it.
     *
     * @param gone what they saw and is no more
     * @param added what they have not seen
     */
    public record Changed(Clearing clearing, List<String> gone, List<String> added) {
        public Changed {
            gone = List.copyOf(gone);
            added = List.copyOf(added);
        }
    }

    public Opened get(QuestionKind kind, String key) {
        return database.read(sql -> {
            var file = files.get(sql, kind, key);
            var keys = asked.listKeys(sql, kind, key);
            var sharing = rows.sharing(sql, keys);
            return new Opened(
                    file,
                    sharing.count(),
                    sharing.names(),
                    rows.deployments(sql, key).getOrDefault(key, 0L),
                    table.listFor(sql, keys),
                    changes(sql, file));
        });
    }

    /** The same, where a model still has this evidence. */
    public Optional<Opened> find(QuestionKind kind, String key) {
        boolean there = database.read(sql -> files.find(sql, kind, key)).isPresent();
        return there ? Optional.of(get(kind, key)) : Optional.empty();
    }

    private List<Changed> changes(Statements sql, CaseFile file) {
        var now = About.lines(file);
        var all = new ArrayList<Changed>();
        for (var clearing : table.listOf(sql, file.model().model().value())) {
            boolean same = clearing.about().question().answer() == file.kind().answer();
            var gone = new ArrayList<>(clearing.about().evidence());
            gone.removeAll(now);
            var added = new ArrayList<>(now);
            added.removeAll(clearing.about().evidence());
            if (same && file.open() && !(gone.isEmpty() && added.isEmpty())) {
                all.add(new Changed(clearing, gone, added));
            }
        }
        return all;
    }

    /** Which case of a model asks for such an answer, an open one first. */
    public Optional<Address> findCase(String source, String model, Concluded.Kind answer) {
        return database.read(sql -> Arrays.stream(QuestionKind.values())
                .filter(kind -> kind.answer() == answer)
                .flatMap(kind -> rows.findKey(sql, source, model, kind).map(found -> new Address(kind, found)).stream())
                .findFirst());
    }

    /** What is in force for the evidence of a model itself; what its ancestors owe to people is cited with their terms. */
    public List<Clearing> listActing(String source, String model) {
        return database.read(sql -> table.listAt(sql, source, CaseRows.key(model)));
    }

    /** Where a case is found. */
    public record Address(QuestionKind kind, String key) {}

    /** What was concluded about evidence, also where no model has it any more. */
    public List<Clearing> history(String key) {
        return database.read(sql -> table.listFor(sql, List.of(key)));
    }

    public Clearing get(UUID id) {
        return database.read(sql -> table.find(sql, id))
                .orElseThrow(() -> new RegistryProblem.NotFound(ClearingDesk.KIND, id.toString()).asException());
    }

    /** The newest first. */
    public List<Clearing> list() {
        return database.read(sql -> table.list(sql, MOST_CLEARINGS));
    }

    /** Those that wait for a second person, the longest waiting first. */
    public List<Clearing> listProposed() {
        return database.read(table::listProposed);
    }
}
