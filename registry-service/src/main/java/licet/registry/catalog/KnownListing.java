package licet.registry.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.drift.ModelFacts;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about a model that a list shows.
 *
 * @param revision of the current snapshot; empty for a model that was never read in full
 * @param last as a list or a reading last showed it; empty where neither did yet
 */
record KnownListing(
        long id,
        String sourceId,
        String owner,
        String name,
        boolean nameLost,
        boolean examined,
        Optional<String> revision,
        Optional<Long> profile,
        Optional<Last> last,
        Optional<Popularity> popularity) {
    static final String SELECT =
            "SELECT m.id, m.source_id, m.owner, m.name, m.name_lost_at, m.tier, m.current_profile_id, s.revision, l.model_id AS listing,"
                    + " l.commit_sha, l.last_modified, l.gated, l.disabled, l.licenses, l.bases, l.due, l.missing_since,"
                    + " p.downloads, p.likes FROM model m LEFT JOIN listing l ON l.model_id = m.id"
                    + " LEFT JOIN snapshot s ON s.id = m.current_snapshot_id"
                    + " LEFT JOIN popularity p ON p.model_id = m.id";

    record Last(
            Optional<String> commit,
            Optional<Instant> lastModified,
            String gated,
            boolean disabled,
            List<String> licenses,
            List<String> bases,
            boolean due,
            boolean missing) {}

    record Popularity(long downloads, long likes) {
        boolean movedTo(ListItem.Counts now) {
            return moved(downloads, now.downloads()) || moved(likes, now.likes());
        }

        private static boolean moved(long before, long after) {
            return Math.abs(after - before) > before * 0.05;
        }
    }

    static KnownListing read(ResultSet row) throws SQLException {
        return new KnownListing(
                row.getLong("id"),
                row.getString("source_id"),
                row.getString("owner"),
                row.getString("name"),
                Statements.findInstant(row, "name_lost_at") != null,
                row.getString("tier").equals("examined"),
                Optional.ofNullable(row.getString("revision")),
                Optional.ofNullable(row.getObject("current_profile_id", Long.class)),
                row.getObject("listing") == null ? Optional.empty() : Optional.of(last(row)),
                row.getObject("downloads") == null
                        ? Optional.empty()
                        : Optional.of(new Popularity(row.getLong("downloads"), row.getLong("likes"))));
    }

    private static Last last(ResultSet row) throws SQLException {
        return new Last(
                Optional.ofNullable(row.getString("commit_sha")),
                Optional.ofNullable(Statements.findInstant(row, "last_modified")),
                row.getString("gated"),
                row.getBoolean("disabled"),
                texts(row, "licenses"),
                texts(row, "bases"),
                row.getBoolean("due"),
                Statements.findInstant(row, "missing_since") != null);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Object array = row.getArray(column).getArray();
        return array instanceof String[] values ? List.of(values) : List.of();
    }

    /** Whether name or head are elsewhere than when it was last looked at. */
    boolean movedTo(ListItem now) {
        return renamedTo(now) || headMovedTo(now);
    }

    private boolean headMovedTo(ListItem now) {
        return last.map(was -> !was.commit().equals(now.head().commit())
                        || !was.lastModified().equals(now.head().lastModified())
                        || !was.gated().equals(now.gated())
                        || was.disabled() != now.head().disabled()
                        || was.missing())
                .orElseGet(() -> !revision.equals(now.head().commit()));
    }

    boolean labelsDiffer(ListItem now) {
        return last.isEmpty()
                || !last.get().licenses().equals(now.labels().licenses())
                || !last.get().bases().equals(now.labels().bases());
    }

    boolean renamedTo(ListItem now) {
        return !owner.equals(now.owner()) || !name.equals(now.name().name());
    }

    String fullName() {
        return owner.isEmpty() ? name : owner + "/" + name;
    }

    /** As the list before saw it; empty where none did. */
    Optional<ModelFacts> facts() {
        return last.map(was -> new ModelFacts(
                fullName(),
                Optional.of(was.licenses()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(was.bases()),
                was.gated(),
                was.disabled(),
                was.missing()));
    }

    static ModelFacts facts(ListItem now) {
        return new ModelFacts(
                now.name().value(),
                Optional.of(now.labels().licenses()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(now.labels().bases()),
                now.gated(),
                now.head().disabled(),
                false);
    }
}
