package licet.registry.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import licet.ingest.hub.Commit;
import licet.ingest.hub.RepoId;
import licet.registry.platform.Statements;

/** Rows about the past of bases. */
final class PastTable {
    private static final int MOST_ATTEMPTS = 4;

    private PastTable() {}

    /** @param logHead the commit whose log was asked for */
    record Base(long id, RepoId name, Optional<String> logHead) {}

    /** Marks the bases of these newly read models, and those of them that are bases themselves. */
    static void mark(Statements sql, String source, List<SnapshotStore.Stored> news) {
        if (news.isEmpty()) {
            return;
        }
        Long[] models = news.stream().map(SnapshotStore.Stored::modelId).toArray(Long[]::new);
        Long[] snapshots = news.stream().map(SnapshotStore.Stored::snapshotId).toArray(Long[]::new);
        sql.update(
                "INSERT INTO base_past (model_id, due, attempts)"
                        + " SELECT b.id, true, 0 FROM model b WHERE b.id = ANY(CAST(? AS bigint[]))"
                        + " AND EXISTS (SELECT 1 FROM lineage_edge e WHERE lower(e.parent_owner) = b.owner_lower"
                        + " AND lower(e.parent_name) = b.name_lower)"
                        + " UNION SELECT b.id, true, 0 FROM lineage_edge e JOIN model b ON b.source = ?"
                        + " AND b.owner_lower = lower(e.parent_owner) AND b.name_lower = lower(e.parent_name)"
                        + " AND b.name_lost_at IS NULL AND b.current_conclusion_id IS NOT NULL"
                        + " WHERE e.snapshot_id = ANY(CAST(? AS bigint[]))"
                        + " ON CONFLICT (model_id) DO UPDATE SET due = true, attempts = 0",
                models,
                source,
                snapshots);
    }

    static Optional<Base> findDue(Statements sql, String source) {
        return sql
                .list(
                        "SELECT b.id, b.owner, b.name, p.log_head FROM base_past p JOIN model b ON b.id = p.model_id"
                                + " WHERE p.due AND p.attempts < ? AND b.source = ? AND b.name_lost_at IS NULL"
                                + " ORDER BY p.attempts, b.id LIMIT 1",
                        row -> new Base(
                                row.getLong("id"),
                                RepoId.parse(
                                        row.getString("owner").isEmpty()
                                                ? row.getString("name")
                                                : row.getString("owner") + "/" + row.getString("name")),
                                Optional.ofNullable(row.getString("log_head"))),
                        MOST_ATTEMPTS,
                        source)
                .stream()
                .findFirst();
    }

    /** UTC days on which the models were made that are made from this one, as far as they are known. */
    static TreeSet<LocalDate> listDays(Statements sql, String source, RepoId base) {
        var days = new TreeSet<LocalDate>();
        sql.list(
                        "SELECT DISTINCT s.released_at FROM lineage_edge e"
                                + " JOIN model m ON m.current_snapshot_id = e.snapshot_id AND m.source = ?"
                                + " JOIN snapshot s ON s.id = e.snapshot_id"
                                + " WHERE lower(e.parent_owner) = lower(?) AND lower(e.parent_name) = lower(?)",
                        row -> Optional.ofNullable(Statements.findInstant(row, "released_at")),
                        source,
                        base.owner().orElse(""),
                        base.name())
                .forEach(created -> EvidenceReader.made(created).ifPresent(days::add));
        return days;
    }

    /** The log has the last word on dates. */
    static void writeLog(Statements sql, long base, String head, List<Commit> commits) {
        Instant until = Instant.MIN;
        for (var commit : commits) {
            if (commit.date().isPresent()) {
                sql.update(
                        "INSERT INTO model_commit (model_id, revision, committed_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (model_id, revision) DO UPDATE SET committed_at = excluded.committed_at",
                        base,
                        commit.id(),
                        commit.date().get());
                until = commit.date().get().isAfter(until) ? commit.date().get() : until;
            }
        }
        sql.update(
                "UPDATE base_past SET log_head = ?, log_until = ? WHERE model_id = ?",
                head,
                until.equals(Instant.MIN) ? null : until,
                base);
    }

    /** The Hub does not give the log of this commit. */
    static void closeLog(Statements sql, long base, String head) {
        sql.update("UPDATE base_past SET log_head = ? WHERE model_id = ?", head, base);
    }

    /**
     * Commits after which nothing was pushed until that day began, or until it ended, without those on record and those
     * that cannot be read. What was made before the first commit was made from what became the first.
     */
    static List<String> listStanding(Statements sql, long base, Instant begin, Instant end) {
        return sql.list(
                "SELECT DISTINCT c.revision FROM model_commit c WHERE c.model_id = ? AND c.refused IS NULL"
                        + " AND c.committed_at IN ("
                        + "SELECT coalesce(max(n.committed_at) FILTER (WHERE n.committed_at < ?), min(n.committed_at))"
                        + " FROM model_commit n WHERE n.model_id = ? UNION SELECT max(n.committed_at) FROM model_commit n WHERE n.model_id = ? AND n.committed_at < ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.model_id = c.model_id"
                        + " AND s.revision = c.revision) ORDER BY c.revision",
                row -> row.getString("revision"),
                base,
                begin,
                base,
                base,
                end);
    }

    /** Revisions that derivatives name, without those on record and those that cannot be read. */
    static List<String> listNamed(Statements sql, String source, Base base) {
        return sql.list(
                "SELECT DISTINCT e.parent_revision FROM lineage_edge e"
                        + " JOIN model m ON m.current_snapshot_id = e.snapshot_id AND m.source = ?"
                        + " WHERE lower(e.parent_owner) = lower(?) AND lower(e.parent_name) = lower(?)"
                        + " AND e.parent_revision IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.model_id = ? AND s.revision = e.parent_revision)"
                        + " AND NOT EXISTS (SELECT 1 FROM model_commit c WHERE c.model_id = ?"
                        + " AND c.revision = e.parent_revision AND c.refused IS NOT NULL) ORDER BY 1",
                row -> row.getString("parent_revision"),
                source,
                base.name().owner().orElse(""),
                base.name().name(),
                base.id(),
                base.id());
    }

    static void refuse(Statements sql, long base, String revision, String why) {
        sql.update(
                "INSERT INTO model_commit (model_id, revision, refused) VALUES (?, ?, ?)"
                        + " ON CONFLICT (model_id, revision) DO UPDATE SET refused = excluded.refused",
                base,
                revision,
                IndexedText.of(why));
    }

    static void settle(Statements sql, long base) {
        sql.update("UPDATE base_past SET due = false, attempts = 0 WHERE model_id = ?", base);
    }

    static void countAttempt(Statements sql, long base) {
        sql.update("UPDATE base_past SET attempts = attempts + 1 WHERE model_id = ?", base);
    }
}
