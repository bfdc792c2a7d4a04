package licet.registry.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Many models that are on record like the recorded ones: each stands as one of those does, under a name of its own. */
public final class GeneratedModels {
    private static final String PICKED =
            "WITH picked AS (SELECT g, o.* FROM generate_series(0, ? - 1) g JOIN (SELECT m.*, row_number() OVER"
                    + " (ORDER BY m.id) - 1 AS n, count(*) OVER () AS total FROM model m WHERE m.source = 'recorded'"
                    + " AND m.current_conclusion_id IS NOT NULL AND m.source_id NOT LIKE 'generated-%') o"
                    + " ON o.n = g % o.total)";

    private GeneratedModels() {}

    public static String name(int number) {
        return "generated/model-" + number;
    }

    /** Returns their names. */
    public static List<String> load(TestRegistry registry, int count) throws SQLException {
        try (var connection = registry.database().admin().connect()) {
            for (var step : List.of(
                    PICKED + " INSERT INTO model (source, source_id, owner, name, tier, first_seen_at)"
                            + " SELECT source, 'generated-' || g, 'generated', 'model-' || g, tier, first_seen_at FROM picked",
                    PICKED + " INSERT INTO snapshot (model_id, revision, evidence_digest, taken_at, gated)"
                            + " SELECT m.id, md5(m.source_id) || substr(md5(m.name), 1, 8), s.evidence_digest, s.taken_at,"
                            + " s.gated FROM picked p JOIN model m ON m.source = p.source AND m.source_id = 'generated-' || g"
                            + " JOIN snapshot s ON s.id = p.current_snapshot_id",
                    PICKED
                            + " INSERT INTO conclusion (snapshot_id, knowledge_digest, digest, profile_id, parents, body,"
                            + " identification_state, concluded_license, lineage_state, created_at, evidence_sha256)"
                            + " SELECT s.id, c.knowledge_digest, c.digest, c.profile_id, c.parents, replace(c.body,"
                            + " to_json(p.owner || '/' || p.name)::text, to_json(m.owner || '/' || m.name)::text),"
                            + " c.identification_state, c.concluded_license, c.lineage_state, c.created_at,"
                            + " c.evidence_sha256 FROM picked p JOIN model m ON m.source = p.source"
                            + " AND m.source_id = 'generated-' || g JOIN snapshot s ON s.model_id = m.id"
                            + " JOIN conclusion c ON c.id = p.current_conclusion_id",
                    PICKED + " UPDATE model m SET current_snapshot_id = s.id, current_conclusion_id = c.id,"
                            + " current_profile_id = c.profile_id FROM picked p, snapshot s, conclusion c"
                            + " WHERE m.source = p.source AND m.source_id = 'generated-' || p.g AND s.model_id = m.id"
                            + " AND c.snapshot_id = s.id")) {
                try (var statement = connection.prepareStatement(step)) {
                    statement.setInt(1, count);
                    statement.executeUpdate();
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
        return IntStream.range(0, count).mapToObj(GeneratedModels::name).toList();
    }
}
