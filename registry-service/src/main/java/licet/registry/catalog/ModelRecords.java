package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Profile;
import org.jspecify.annotations.Nullable;

/** Reads what is on record about a model besides its license. */
@Singleton
public class ModelRecords {
    private static final String SELECT =
            "SELECT s.released_at, s.parameters, s.library, s.pipeline_tag, m.first_seen_at, o.seen_at, o.gated,"
                    + " coalesce(l.disabled, o.disabled, false) AS disabled, o.scan_state, coalesce(l.due, false) AS due,"
                    + " l.missing_since, p.downloads, p.likes, (SELECT c.sha256 FROM evidence_file c"
                    + " WHERE c.snapshot_id = s.id AND c.path = 'config.json' AND c.state = 'read') AS config"
                    + " FROM model m LEFT JOIN snapshot s ON s.id = m.current_snapshot_id"
                    + " LEFT JOIN listing l ON l.model_id = m.id LEFT JOIN popularity p ON p.model_id = m.id"
                    + " LEFT JOIN LATERAL (SELECT seen_at, gated, disabled, scan_state FROM observation"
                    + " WHERE model_id = m.id ORDER BY seen_at DESC LIMIT 1) o ON true WHERE m.id = ?";

    private final Database database;
    private final Blobs blobs;

    ModelRecords(Database database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /** @param sha256 of the card, in hex */
    public record Card(String sha256, String text) {}

    /** A license, notice or policy file as it was read; the hash in hex. */
    public record HeldText(String path, String sha256, String text) {}

    /** Of a model of which nothing was read, little is on record. */
    public Recorded get(long modelId) {
        return database.read(sql -> sql.get(SELECT, row -> recorded(sql, row, names(sql, modelId)), modelId));
    }

    private Recorded recorded(Statements sql, ResultSet row, List<Recorded.FormerName> names) throws SQLException {
        return new Recorded(
                Optional.ofNullable(Statements.findInstant(row, "released_at")),
                number(row, "parameters"),
                Optional.ofNullable(row.getString("library")),
                Optional.ofNullable(row.getString("pipeline_tag")),
                architecture(sql, row.getBytes("config")),
                new Recorded.HubState(
                        Optional.ofNullable(row.getString("gated")),
                        row.getBoolean("disabled"),
                        Optional.ofNullable(row.getString("scan_state")),
                        row.getBoolean("due"),
                        Optional.ofNullable(Statements.findInstant(row, "missing_since")),
                        number(row, "downloads"),
                        number(row, "likes")),
                Statements.getInstant(row, "first_seen_at"),
                Optional.ofNullable(Statements.findInstant(row, "seen_at")),
                names);
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    private Recorded.Architecture architecture(Statements sql, byte @Nullable [] config) {
        return config == null ? Recorded.Architecture.UNKNOWN : ArchitectureReader.read(blobs.getText(sql, config));
    }

    private static List<Recorded.FormerName> names(Statements sql, long modelId) {
        return sql.list(
                "SELECT owner, name, seen_from, seen_to FROM model_name WHERE model_id = ? ORDER BY seen_from",
                row -> new Recorded.FormerName(
                        fullName(row),
                        Statements.getInstant(row, "seen_from"),
                        Optional.ofNullable(Statements.findInstant(row, "seen_to"))),
                modelId);
    }

    /** A model of the same owner and kind. */
    public record Sibling(ModelId model, String revision, Profile profile) {}

    /** The nearest in size first. */
    public List<Sibling> listSiblings(long modelId) {
        return database.read(sql -> sql.list(
                "SELECT m.owner, m.name, s.revision, p.body FROM model self"
                        + " JOIN snapshot mine ON mine.id = self.current_snapshot_id"
                        + " JOIN model m ON m.source = self.source AND m.owner_lower = self.owner_lower"
                        + " AND m.name_lost_at IS NULL AND m.id <> self.id"
                        + " AND m.current_profile_id <> self.current_profile_id"
                        + " JOIN snapshot s ON s.id = m.current_snapshot_id AND s.modality = mine.modality"
                        + " JOIN profile p ON p.id = m.current_profile_id WHERE self.id = ?"
                        + " ORDER BY abs(coalesce(m.parameters, 0) - coalesce(self.parameters, 0)), m.id LIMIT 12",
                row -> new Sibling(
                        new ModelId(fullName(row)),
                        row.getString("revision"),
                        CanonicalJson.read(row.getString("body"), Profile.class)),
                modelId));
    }

    private static String fullName(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        return owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name");
    }

    /** The card at the current revision; empty where there is none, or where it could not be read. */
    public Optional<Card> findCard(long modelId) {
        return database.read(sql -> sql.find(
                        "SELECT s.card_blob FROM model m JOIN snapshot s ON s.id = m.current_snapshot_id"
                                + " WHERE m.id = ? AND s.card_blob IS NOT NULL",
                        row -> row.getBytes("card_blob"),
                        modelId)
                .map(sha256 -> new Card(HexFormat.of().formatHex(sha256), blobs.getText(sql, sha256))));
    }

    /** A license, notice or policy file at the current revision; empty where there is none, or where it was not read. */
    public Optional<HeldText> findText(long modelId, String path) {
        return database.read(sql -> sql.find(
                        "SELECT e.sha256 FROM model m JOIN evidence_file e ON e.snapshot_id = m.current_snapshot_id"
                                + " AND e.path = ? AND e.state = 'read' AND e.kind IN ('license', 'notice', 'use-policy')"
                                + " WHERE m.id = ?",
                        row -> row.getBytes("sha256"),
                        path,
                        modelId)
                .map(sha256 -> new HeldText(path, HexFormat.of().formatHex(sha256), blobs.getText(sql, sha256))));
    }
}
