package licet.web.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import licet.web.layout.FormProblem;

/**
 * The page of watches and runs.
 *
 * @param formToken proves that a form was made for this session; empty for those who may only look
 * @param kinds of watches that can be wished for
 */
public record SyncView(
        List<Run> runs,
        List<Budget> budgets,
        List<WatchRow> watches,
        Optional<String> formToken,
        List<String> kinds,
        WatchForm form,
        List<FormProblem> problems) {
    public SyncView {
        runs = List.copyOf(runs);
        budgets = List.copyOf(budgets);
        watches = List.copyOf(watches);
        kinds = List.copyOf(kinds);
        problems = List.copyOf(problems);
    }

    /** A run goes on, so that the page has something to follow. */
    public boolean isMoving() {
        return runs.stream().anyMatch(run -> run.state().equals("running"));
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    /**
     * One pass over what a watch covers.
     *
     * @param percent how far it is, 0 to 100; empty where nobody can tell
     * @param toGo reckoned from the pace so far, in words
     */
    public record Run(
            long id,
            String what,
            String state,
            String phase,
            Instant startedAt,
            Optional<Instant> endedAt,
            Counts counts,
            OptionalInt percent,
            Optional<String> toGo,
            List<Trouble> troubles) {
        public Run {
            troubles = List.copyOf(troubles);
        }

        public boolean isOpen() {
            return state.equals("running") || state.equals("paused");
        }
    }

    public record Counts(
            long listed,
            long newModels,
            long changed,
            long missing,
            long wanted,
            long examined,
            long notRead,
            long requests,
            long bytes) {}

    /** What went wrong, by kind. */
    public record Trouble(String kind, long count, String lastDetail) {}

    /** What is left of one quota of the Hub. */
    public record Budget(String quota, String left, Instant resetAt) {}

    public record WatchRow(String id, String what, String tier, long everyHours, Instant nextAt) {}
}
