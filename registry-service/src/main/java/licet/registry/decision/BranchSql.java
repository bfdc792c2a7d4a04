package licet.registry.decision;

import java.util.Objects;
import java.util.Optional;
import licet.registry.platform.Cursor;

/**
 * The ways to the first rows of a branch in the order of a sort. Each statement gives columns {@code value} and
 * {@code id}; each finds its rows by an index, however many models there are.
 *
 * @param limit how many rows are asked for
 */
record BranchSql(Visible visible, Branch branch, ModelSort sort, Optional<Cursor> cursor, int limit) {
    private static final String SEEN =
            "m.found_by, m.full_name_lower, m.name_lower, m.owner_lower, m.current_profile_id";

    /** Reads the index of the sort from where the page begins, over so many rows at most, and keeps what fits. */
    SqlText walk(int window) {
        var sql = new SqlText()
                .add("SELECT w.value, w.id FROM (SELECT " + sort.value() + " AS value, " + sort.id() + " AS id, " + SEEN
                        + " FROM " + sort.from() + " WHERE ");
        visible.addTo(sql);
        addAfter(sql, sort.value(), sort.id());
        if (sort == ModelSort.NAME) {
            branch.names()
                    .ifPresent(names -> sql.add(
                            " AND m.full_name_lower >= ? AND m.full_name_lower < ?", names.from(), names.before()));
        }
        sql.add(" ORDER BY " + sort.order(sort.value(), sort.id()) + " LIMIT ?) w WHERE true", window);
        branch.addTo(sql, "w", "w.current_profile_id");
        return sql.add(" ORDER BY " + sort.order("w.value", "w.id") + " LIMIT ?", limit);
    }

    /**
     * Takes the first row of each profile's list; the page is in the lists of those whose first rows stand first, since
     * any other list has as many rows before its own first.
     */
    SqlText merge() {
        Object profiles = branch.profiles().orElseThrow().toArray(Long[]::new);
        var sql = new SqlText()
                .add(
                        "WITH first AS MATERIALIZED (SELECT w.profile, h.value, h.id FROM unnest(CAST(? AS bigint[]))"
                                + " AS w(profile) CROSS JOIN LATERAL (",
                        profiles);
        addList(sql, "w.profile", 1);
        sql.add(") h ORDER BY " + sort.order("h.value", "h.id") + " LIMIT ?)", limit)
                .add(" SELECT r.value, r.id FROM first f CROSS JOIN LATERAL (");
        addList(sql, "f.profile", limit);
        return sql.add(") r ORDER BY " + sort.order("r.value", "r.id") + " LIMIT ?", limit);
    }

    private void addList(SqlText sql, String profile, int rows) {
        sql.add("SELECT " + sort.value() + " AS value, " + sort.id() + " AS id FROM " + sort.from() + " WHERE "
                + sort.profile() + " = " + profile + " AND ");
        visible.addWithProfile(sql);
        branch.addRest(sql, "m", sort.profile());
        addAfter(sql, sort.value(), sort.id());
        sql.add(" ORDER BY " + sort.order(sort.value(), sort.id()) + " LIMIT ?", rows);
    }

    /** Finds all rows by what is rare about them, then sorts them. Adds their number in the column {@code total}. */
    SqlText gather() {
        var sql = new SqlText()
                .add("WITH found AS MATERIALIZED (SELECT m.id, " + sort.valueOfModel()
                        + " AS value FROM model m WHERE ");
        visible.addTo(sql);
        branch.addTo(sql, "m", "m.current_profile_id");
        sql.add(") SELECT c.total, r.value, r.id FROM (SELECT count(*) AS total FROM found) c"
                + " LEFT JOIN (SELECT f.value, f.id FROM found f WHERE true");
        addAfter(sql, "f.value", "f.id");
        return sql.add(" ORDER BY " + sort.order("f.value", "f.id") + " LIMIT ?) r ON true", limit)
                .add(" ORDER BY " + sort.order("r.value", "r.id"));
    }

    /** Counts up to a number. */
    SqlText count(int most) {
        var sql = new SqlText().add("SELECT count(*) AS total FROM (SELECT 1 FROM model m WHERE ");
        if (branch.profiles().isPresent()) {
            visible.addWithProfile(sql);
        } else {
            visible.addTo(sql);
        }
        branch.addTo(sql, "m", "m.current_profile_id");
        return sql.add(" LIMIT ?) t", most);
    }

    private void addAfter(SqlText sql, String value, String id) {
        cursor.ifPresent(from -> sql.add(
                " AND " + sort.after(value, id), Objects.requireNonNullElse(from.value(), sort.last()), from.id()));
    }
}
