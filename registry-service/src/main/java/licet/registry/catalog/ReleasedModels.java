package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.rules.evidence.ModelId;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import licet.rules.release.Size;

/**
 * Brings the known releases into the catalog: their dates and sizes to the models on record, and the ones that are only
 * stated as models of which nothing was read. Whatever the Hub shows under such a name takes its place.
 */
@Singleton
public class ReleasedModels {
    private final Database database;
    private final Releases releases;
    private final Conclusions conclusions;
    private final AuditLog audit;
    private final Clock clock;
    private final String source;

    ReleasedModels(
            Database database, Releases releases, Conclusions conclusions, AuditLog audit, Clock clock, HubMode mode) {
        this.database = database;
        this.releases = releases;
        this.conclusions = conclusions;
        this.audit = audit;
        this.clock = clock;
        this.source = mode.source();
    }

    /** Places what is stated and not on record. Returns how many models were new. */
    public int placeStated() {
        conclusions.requireActiveKnowledge();
        return database.write(sql -> {
            Catalog.writeAlone(sql);
            var placed = new ArrayList<String>();
            releases.list().stream().filter(Release::isStated).forEach(release -> {
                if (place(sql, release)) {
                    placed.add(release.model().value());
                }
            });
            date(sql, source, releases);
            if (!placed.isEmpty()) {
                audit.append(AuditEvent.of(
                        Actor.PRODUCT, "catalog.state", Catalog.KIND, source, Map.of("models", List.copyOf(placed))));
            }
            return placed.size();
        });
    }

    /** A name that any repository holds is evidence already. */
    private boolean place(Statements sql, Release release) {
        String[] name = release.model().value().split("/", 2);
        var inserted = sql.list(
                "INSERT INTO model (source, source_id, owner, name, tier, first_seen_at)"
                        + " SELECT ?, ?, ?, ?, 'stated', ? WHERE NOT EXISTS (SELECT 1 FROM model WHERE source = ?"
                        + " AND owner_lower = lower(?) AND name_lower = lower(?) AND name_lost_at IS NULL)"
                        + " ON CONFLICT (source, source_id) DO NOTHING RETURNING id",
                row -> row.getLong("id"),
                source,
                sourceId(release.model()),
                name[0],
                name[1],
                clock.instant(),
                source,
                name[0],
                name[1]);
        // Nobody counts it; the row lets it stand in every order of a list.
        inserted.forEach(id -> sql.update("INSERT INTO popularity (model_id, downloads, likes) VALUES (?, 0, 0)", id));
        inserted.forEach(id -> sql.update(
                "INSERT INTO model_name (model_id, owner, name, seen_from) VALUES (?, ?, ?, ?)",
                id,
                name[0],
                name[1],
                clock.instant()));
        long profile = Conclusions.profile(
                sql, "stated", conclusions.unread(release.model()).profile());
        sql.update(
                "UPDATE model SET current_profile_id = ? WHERE source = ? AND source_id = ? AND tier = 'stated'"
                        + " AND current_profile_id IS DISTINCT FROM ?",
                profile,
                source,
                sourceId(release.model()),
                profile);
        return !inserted.isEmpty();
    }

    private static String sourceId(ModelId model) {
        return "stated:" + model.value();
    }

    /** Gives models on record the date of their release and, where their weights count none, the stated size. */
    static void date(Statements sql, String source, Releases releases) {
        sql.update(
                "UPDATE model m SET released_at = CAST(r.released AS timestamptz),"
                        + " parameters = coalesce(m.parameters, CAST(nullif(r.parameters, '') AS bigint))"
                        + " FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))"
                        + " AS r (model, released, parameters) WHERE m.source = ? AND m.name_lost_at IS NULL"
                        + " AND m.owner_lower = lower(split_part(r.model, '/', 1))"
                        + " AND m.name_lower = lower(split_part(r.model, '/', 2))"
                        + " AND (m.released_at IS DISTINCT FROM CAST(r.released AS timestamptz)"
                        + " OR (m.parameters IS NULL AND r.parameters <> ''))",
                column(releases, release -> release.model().value()),
                column(releases, release -> release.released().first() + "T00:00:00Z"),
                column(releases, ReleasedModels::total),
                source);
    }

    /** Empty where no size is published. */
    private static String total(Release release) {
        return release.parameters().map(Size::total).map(String::valueOf).orElse("");
    }

    private static String[] column(Releases releases, Function<Release, String> value) {
        return releases.list().stream().map(value).toArray(String[]::new);
    }
}
