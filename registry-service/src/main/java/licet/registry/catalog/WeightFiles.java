package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import licet.registry.platform.Database;
import licet.rules.evidence.ModelId;

/** The files of weights of a commit, by the hashes under which the Hub lists them. */
@Singleton
public class WeightFiles {
    private final Database database;
    private final Catalog catalog;

    WeightFiles(Database database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /** @param sha256 64 hexadecimal digits in lower case */
    public record Weights(String path, String sha256) {}

    /** In the order of their paths; a file without a hash of its own is covered by that of the commit. */
    public List<Weights> list(ModelId model, String commit) {
        var parts = model.value().toLowerCase(Locale.ROOT).split("/", 2);
        return database.read(sql -> sql.list(
                "SELECT w.path, w.sha256 FROM weight_file w WHERE w.sha256 IS NOT NULL AND w.snapshot_id = (SELECT"
                        + " max(s.id) FROM snapshot s JOIN model m ON m.id = s.model_id WHERE m.source = ?"
                        + " AND m.owner_lower = ? AND m.name_lower = ? AND m.name_lost_at IS NULL AND s.revision = ?)"
                        + " ORDER BY w.path",
                row -> new Weights(row.getString("path"), HexFormat.of().formatHex(row.getBytes("sha256"))),
                catalog.source(),
                parts.length == 2 ? parts[0] : "",
                parts[parts.length - 1],
                commit));
    }
}
