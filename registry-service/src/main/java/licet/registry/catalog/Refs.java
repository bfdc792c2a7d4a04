package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/** What branches, tags and shortened commits named when the Hub was last asked: all of them can move. */
@Singleton
public class Refs {
    private final Database database;
    private final Catalog catalog;
    private final AuditLog audit;
    private final Clock clock;

    Refs(Database database, Catalog catalog, AuditLog audit, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param commit empty where the repository had nothing of that name
     * @param seenAt when the Hub was asked
     */
    public record Ref(Optional<String> commit, Instant seenAt) {}

    public Optional<Ref> find(RepoId model, Revision name) {
        return database.read(sql -> sql.find(
                "SELECT r.commit, r.seen_at FROM model_ref r JOIN model m ON m.id = r.model_id WHERE m.source = ?"
                        + " AND m.full_name_lower = ? AND m.name_lost_at IS NULL AND r.name = ?",
                row -> new Ref(Optional.ofNullable(row.getString("commit")), Statements.getInstant(row, "seen_at")),
                catalog.source(),
                model.value().toLowerCase(Locale.ROOT),
                name.value()));
    }

    /** Of a model that is not on record nothing is kept. */
    public void record(RepoId model, Revision name, Optional<String> commit) {
        database.write(sql -> {
            int written = sql.update(
                    "INSERT INTO model_ref (model_id, name, commit, seen_at) SELECT m.id, ?, ?, ? FROM model m"
                            + " WHERE m.source = ? AND m.full_name_lower = ? AND m.name_lost_at IS NULL"
                            + " ON CONFLICT (model_id, name) DO UPDATE SET commit = excluded.commit,"
                            + " seen_at = excluded.seen_at",
                    name.value(),
                    commit.orElse(null),
                    clock.instant(),
                    catalog.source(),
                    model.value().toLowerCase(Locale.ROOT));
            if (written > 0) {
                audit.append(AuditEvent.of(
                        Actor.PRODUCT,
                        "catalog.ref",
                        Catalog.KIND,
                        catalog.source(),
                        Map.of("model", model.value(), "ref", name.value(), "commit", commit.orElse(""))));
            }
            return written;
        });
    }
}
