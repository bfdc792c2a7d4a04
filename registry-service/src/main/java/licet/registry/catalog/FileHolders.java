package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import licet.registry.platform.Database;
import licet.rules.evidence.ModelId;

/** Which repositories hold a file, by the hash of its content: pipelines often have the file and not its name. */
@Singleton
public class FileHolders {
    private static final int MOST = 100;

    private final Database database;
    private final Catalog catalog;

    FileHolders(Database database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /**
     * @param revision the newest on record at which it holds the file
     * @param path of the file there
     */
    public record Holder(ModelId model, String revision, String path) {}

    /**
     * The first is the one whose license governs: the oldest, and one of a developer that the knowledge names before any
     * stranger's, who could have made an empty repository in time.
     *
     * @param sha256 64 hexadecimal digits in lower case
     */
    public List<Holder> list(String sha256) {
        return database.read(sql -> sql.list(
                "SELECT h.owner || '/' || h.name AS model, h.revision, h.path FROM (SELECT DISTINCT ON (m.id) m.owner,"
                        + " m.name, s.revision, o.path, o.well_known, o.made_at, o.source_id FROM origin_file o"
                        + " JOIN model m ON m.id = o.model_id AND m.source = ? AND m.name_lost_at IS NULL"
                        + " JOIN snapshot s ON s.id = o.snapshot_id WHERE o.content = ? ORDER BY m.id, s.id DESC) h"
                        + " ORDER BY h.well_known DESC, h.made_at, h.source_id LIMIT " + MOST,
                row -> new Holder(
                        new ModelId(row.getString("model")), row.getString("revision"), row.getString("path")),
                catalog.source(),
                "sha256:" + sha256));
    }
}
