package licet.registry.approval;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Database;

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
}
