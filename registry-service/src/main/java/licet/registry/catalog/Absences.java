package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.drift.Drift;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Statements;

/** Finds what a complete listing lacks. */
@Singleton
public class Absences {
    private static final int FEW = 20;
    private static final double MOST = 0.2;

    private final DriftTable drifts;
    private final Clock clock;
    private final String source;

    Absences(DriftTable drifts, Clock clock, HubMode mode) {
        this.drifts = drifts;
        this.clock = clock;
        this.source = mode.source();
    }

    /** A listing that has ended. */
    public sealed interface Outcome {
        /** @param ask examined models, which count as missing only when the Hub denies them by name as well */
        record Found(int unlisted, List<RepoId> ask) implements Outcome {
            public Found {
                ask = List.copyOf(ask);
            }
        }

        /** So much is missing that the listing is rather cut short than true: nothing was recorded. */
        record Implausible(int missing, int covered) implements Outcome {}
    }

    private record Missing(long id, String name, boolean examined) {}

    /**
     * To be called in the transaction that ends the listing.
     *
     * @param owner the namespace that was listed; the empty text for all
     * @param began when the listing began: what was first seen later cannot be missing
     */
    public Outcome record(Statements sql, String owner, long run, Instant began) {
        Catalog.writeAlone(sql);
        int absent = count(sql, owner, run, began);
        int covered = covered(sql, owner, began);
        if (absent > FEW && absent > covered * MOST) {
            return new Outcome.Implausible(absent, covered);
        }
        var missing = missing(sql, owner, run, began);
        var unlisted = missing.stream().filter(model -> !model.examined()).toList();
        Instant now = clock.instant();
        sql.batch(
                "UPDATE listing SET missing_since = ? WHERE model_id = ?",
                unlisted.stream().map(model -> new Object[] {now, model.id()}).toList());
        drifts.insert(
                sql,
                unlisted.stream()
                        .map(model -> new DriftTable.Row(
                                model.id(), Optional.empty(), Optional.empty(), Optional.of(run), now, UNLISTED))
                        .toList());
        return new Outcome.Found(
                unlisted.size(),
                missing.stream()
                        .filter(Missing::examined)
                        .flatMap(model -> RepoId.find(model.name()).stream())
                        .toList());
    }

    private static final Drift UNLISTED = new Drift.Unlisted();

    private static final String COVERED = " FROM model m JOIN listing l ON l.model_id = m.id"
            + " WHERE m.source = ? AND (? = '' OR m.owner_lower = ?) AND m.name_lost_at IS NULL"
            + " AND l.missing_since IS NULL AND m.first_seen_at < ?";

    private static final String NOT_SEEN =
            COVERED + " AND NOT EXISTS (SELECT 1 FROM sync_seen s WHERE s.run_id = ? AND s.model_id = m.id)";

    private List<Missing> missing(Statements sql, String owner, long run, Instant began) {
        return sql.list(
                "SELECT m.id, m.owner, m.name, m.tier" + NOT_SEEN + " ORDER BY m.id",
                Absences::read,
                source,
                owner,
                owner.toLowerCase(Locale.ROOT),
                began,
                run);
    }

    /** Counted first: a list that was cut short could lack millions. */
    private int count(Statements sql, String owner, long run, Instant began) {
        return sql.get(
                "SELECT count(*) AS n" + NOT_SEEN,
                row -> row.getInt("n"),
                source,
                owner,
                owner.toLowerCase(Locale.ROOT),
                began,
                run);
    }

    private int covered(Statements sql, String owner, Instant began) {
        return sql.get(
                "SELECT count(*) AS n" + COVERED,
                row -> row.getInt("n"),
                source,
                owner,
                owner.toLowerCase(Locale.ROOT),
                began);
    }

    private static Missing read(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        return new Missing(
                row.getLong("id"),
                owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name"),
                row.getString("tier").equals("examined"));
    }
}
