package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;

/** Requests as people look at them. */
@Singleton
public class Requests {
    private final RequestRows rows;
    private final Database database;

    Requests(RequestRows rows, Database database) {
        this.rows = rows;
        this.database = database;
    }

    public Optional<ApprovalRequest> find(UUID id) {
        return database.read(sql -> rows.find(sql, id));
    }

    public ApprovalRequest get(UUID id) {
        return find(id).orElseThrow(() -> Steps.missing(id));
    }

    /** Ids of requests about a model, the newest first, at most fifty. */
    public List<ApprovalRequest> ofModel(String source, String model) {
        return database.read(sql -> sql
                .list(
                        "SELECT id FROM approval_request WHERE source = ? AND lower(model) = lower(?)"
                                + " ORDER BY changed_at DESC, id DESC LIMIT 50",
                        row -> row.getObject("id", UUID.class),
                        source,
                        model)
                .stream()
                .flatMap(id -> rows.find(sql, id).stream())
                .toList());
    }

    /**
     * An own request that is not decided yet.
     *
     * @param waiting keys of the stages that wait for people
     */
    public record Own(
            UUID id,
            RequestState state,
            String model,
            String revision,
            String deployment,
            Optional<LocalDate> neededBy,
            List<String> waiting,
            Instant changedAt) {
        public Own {
            waiting = List.copyOf(waiting);
        }
    }

    /** What the caller asks for or began to ask for, what was sent back first, at most two hundred. */
    public List<Own> own(Principal caller) {
        var person = caller.personId();
        return person == null
                ? List.of()
                : database.read(sql -> sql.list(
                        "SELECT r.*, array(SELECT w.stage FROM approval_waiting w WHERE w.request_id = r.id"
                                + " AND w.round = r.round AND r.state = 'in-review' ORDER BY w.due_at, w.stage) AS waiting"
                                + " FROM approval_request r WHERE r.requester = ?"
                                + " AND r.state IN ('draft', 'in-review', 'returned')"
                                + " ORDER BY r.state = 'returned' DESC, r.changed_at DESC, r.id DESC LIMIT 200",
                        Requests::own,
                        person));
    }

    private static Own own(ResultSet row) throws SQLException {
        return new Own(
                row.getObject("id", UUID.class),
                ClosedChoice.find(RequestState.class, row.getString("state")).orElseThrow(),
                row.getString("model"),
                row.getString("revision"),
                row.getString("deployment_key"),
                Optional.ofNullable(row.getObject("needed_by", LocalDate.class)),
                Arrays.asList((String[]) row.getArray("waiting").getArray()),
                Statements.getInstant(row, "changed_at"));
    }
}
