package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.drift.Drifts;
import licet.registry.drift.ModelFacts;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/** Records that the Hub has a model no longer. Its snapshots stay: they are what was judged. */
@Singleton
public class Denials {
    /** What the Hub answered to its name. */
    public enum Denial {
        /** Deleted or made private: the Hub does not tell these apart. */
        GONE,
        /** Taken down. */
        DISABLED
    }

    private final Database database;
    private final SnapshotDrift states;
    private final DriftTable drifts;
    private final AuditLog audit;
    private final Clock clock;
    private final String source;

    Denials(Database database, SnapshotDrift states, DriftTable drifts, AuditLog audit, Clock clock, HubMode mode) {
        this.database = database;
        this.states = states;
        this.drifts = drifts;
        this.audit = audit;
        this.clock = clock;
        this.source = mode.source();
    }

    private record Named(long id, String sourceId) {}

    /** Nothing is written about a model that was never seen, or twice about one that was. */
    public void record(RepoId name, Denial denial, Optional<Long> run) {
        database.write(sql -> {
            Catalog.writeAlone(sql);
            find(sql, name).ifPresent(model -> deny(sql, model, denial, run));
            return name;
        });
    }

    private Optional<Named> find(Statements sql, RepoId name) {
        return sql.find(
                "SELECT id, source_id FROM model WHERE source = ? AND owner_lower = ? AND name_lower = ?"
                        + " AND name_lost_at IS NULL AND tier <> 'stated'",
                row -> new Named(row.getLong("id"), row.getString("source_id")),
                source,
                name.owner().orElse("").toLowerCase(Locale.ROOT),
                name.name().toLowerCase(Locale.ROOT));
    }

    private void deny(Statements sql, Named model, Denial denial, Optional<Long> run) {
        var before = states.before(sql, source, model.sourceId()).orElseThrow();
        ModelFacts after = switch (denial) {
            case GONE -> before.facts().gone();
            case DISABLED -> before.facts().takenDown();
        };
        mark(sql, model, before.facts(), denial);
        var found = Drifts.between(before.facts(), after).stream()
                .map(drift -> new DriftTable.Row(
                        model.id(), before.snapshot(), Optional.empty(), run, clock.instant(), drift))
                .toList();
        drifts.insert(sql, found);
        if (!found.isEmpty()) {
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "catalog.deny",
                    Catalog.KIND,
                    source,
                    Map.of("model", model.id(), "denial", licet.rules.facts.Ids.of(denial))));
        }
    }

    /** Also that it was looked at: it is not due again until a list shows it elsewhere. */
    private void mark(Statements sql, Named model, ModelFacts before, Denial denial) {
        sql.update(
                "INSERT INTO listing (model_id, gated, disabled, licenses, bases, due, missing_since)"
                        + " VALUES (?, ?, ?, '{}', '{}', false, ?) ON CONFLICT (model_id) DO UPDATE SET due = false,"
                        + " disabled = excluded.disabled,"
                        + " missing_since = coalesce(listing.missing_since, excluded.missing_since)",
                model.id(),
                before.gated(),
                denial == Denial.DISABLED || before.disabled(),
                denial == Denial.GONE ? clock.instant() : null);
    }
}
