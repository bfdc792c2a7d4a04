package licet.web.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.web.layout.FormProblem;

/**
 * A page of the audit log.
 *
 * @param object whose history it is, where it is that of one object
 * @param next address of the next page
 * @param export address of the same time as a file
 */
public record AuditView(
        Optional<ObjectShown> object,
        Form form,
        List<Row> rows,
        Optional<String> next,
        String export,
        List<FormProblem> problems) {
    public AuditView {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** The filters as they were typed; empty where nothing was. */
    public record Form(String actor, String action, String kind, String id, String from, String to) {
        public boolean isNarrowed() {
            return !(actor + action + kind + id + from + to).isEmpty();
        }
    }

    /** @param page where the object itself is shown */
    public record ObjectShown(String kind, String id, Optional<String> page) {}

    /**
     * @param who in words
     * @param actor what the log is narrowed by to find more of the same
     * @param history address of everything that was done to the object
     */
    public record Row(
            long seq,
            Instant at,
            String who,
            String actor,
            String action,
            ObjectShown object,
            String history,
            List<DetailLine> detail,
            Optional<String> reason,
            String hash) {
        public Row {
            detail = List.copyOf(detail);
        }

        public boolean hasBefore() {
            return detail.stream().anyMatch(line -> line.before().isPresent());
        }
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
