package licet.registry.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;

/** Finds all revisions on record of some models, with one query for all of them. */
final class BasePoints {
    private static final String QUERY = """
            SELECT DISTINCT ON (m.id, s.revision)
                m.full_name_lower, s.id, s.revision, c.committed_at, last.evidence_sha256, cur.body,
                (SELECT min(n.committed_at) FROM model_commit n WHERE n.model_id = m.id
                    AND n.committed_at > c.committed_at AND n.committed_at <= p.log_until) AS next_push,
                NOT EXISTS (SELECT 1 FROM model_commit o WHERE o.model_id = m.id
                    AND o.committed_at < c.committed_at) AS first
            FROM model m
            JOIN snapshot s ON s.model_id = m.id
            JOIN LATERAL (SELECT k.evidence_sha256 FROM conclusion k WHERE k.snapshot_id = s.id
                ORDER BY k.id DESC LIMIT 1) last ON true
            LEFT JOIN conclusion cur ON cur.id = m.current_conclusion_id AND s.id = m.current_snapshot_id
            LEFT JOIN model_commit c ON c.model_id = m.id AND c.revision = s.revision
            LEFT JOIN base_past p ON p.model_id = m.id
            WHERE m.source = ? AND m.full_name_lower = ANY(?) AND m.name_lost_at IS NULL
                AND m.current_conclusion_id IS NOT NULL
            ORDER BY m.id, s.revision, (s.id = m.current_snapshot_id) DESC, s.id DESC
            """;

    private BasePoints() {}

    /** Points by the key of their model, in no order. Models that were never read are left out. */
    static Map<String, List<BasePoint>> find(Statements sql, String source, List<ModelId> models) {
        Map<String, List<BasePoint>> points = new HashMap<>();
        if (!models.isEmpty()) {
            String[] keys = models.stream().map(BasePoint::key).distinct().toArray(String[]::new);
            sql.list(QUERY, row -> Map.entry(row.getString("full_name_lower"), point(row)), source, keys)
                    .forEach(entry -> points.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return points;
    }

    private static BasePoint point(ResultSet row) throws SQLException {
        return new BasePoint(
                row.getLong("id"),
                row.getString("revision"),
                Optional.ofNullable(Statements.findInstant(row, "committed_at")),
                Optional.ofNullable(Statements.findInstant(row, "next_push")),
                row.getBoolean("first"),
                row.getBytes("evidence_sha256"),
                Optional.ofNullable(row.getString("body")));
    }
}
