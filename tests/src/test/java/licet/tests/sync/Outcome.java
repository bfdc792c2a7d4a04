package licet.tests.sync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.postgres.Login;

/**
 * What a sync left in the database, without what differs from run to run (ids, times, the order of events).
 *
 * @param models each with what its list item said
 * @param evidence model, revision and digest of the evidence
 * @param conclusions model, revision and digest of what now holds
 */
record Outcome(Set<String> models, Set<String> evidence, Set<String> conclusions) {
    private static final String MODELS = """
            SELECT m.source_id, m.name, l.commit_sha, l.gated, l.disabled, l.licenses, l.bases, l.missing_since IS NULL
            FROM model m JOIN listing l ON l.model_id = m.id
            """;
    private static final String EVIDENCE = """
            SELECT m.source_id, s.revision, s.evidence_digest FROM snapshot s JOIN model m ON m.id = s.model_id
            """;
    private static final String CONCLUSIONS = """
            SELECT m.source_id, s.revision, c.digest, c.identification_state, c.concluded_license, c.lineage_state, p.digest
            FROM model m
            JOIN conclusion c ON c.id = m.current_conclusion_id
            JOIN snapshot s ON s.id = c.snapshot_id
            JOIN profile p ON p.id = m.current_profile_id
            """;

    static Outcome read(Login database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Outcome(rows(connection, MODELS), rows(connection, EVIDENCE), rows(connection, CONCLUSIONS));
        }
    }

    /** The names of the models of which there is evidence. */
    static Set<String> examined(Login database) throws SQLException {
        try (Connection connection = database.connect()) {
            return rows(connection, "SELECT DISTINCT m.name FROM model m JOIN snapshot s ON s.model_id = m.id");
        }
    }

    private static Set<String> rows(Connection connection, String query) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
