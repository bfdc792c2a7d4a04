package licet.registry.audit;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import licet.registry.platform.Database;
import licet.registry.platform.PagedStream;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Entries as lines of JSON, each with every field that its hash covers: who has them needs no product to check them. */
@Singleton
public class AuditExport {
    private static final int ROWS_AT_ONCE = 1_000;
    static final String OLDEST = " ORDER BY a.seq LIMIT ?";
    static final String SELECT = "SELECT a.seq, a.at, a.actor_kind, a.actor_id, a.via, a.action, a.object_kind,"
            + " a.object_id, a.detail, a.reason, a.prev_hash, a.hash FROM audit_entry a";

    private final Database database;

    AuditExport(Database database) {
        this.database = database;
    }

    /**
     * Which entries; all of these must hold.
     *
     * @param first lowest number
     * @param last highest number
     * @param from first moment
     * @param to first moment that is no longer asked for
     */
    public record Range(Optional<Long> first, Optional<Long> last, Optional<Instant> from, Optional<Instant> to) {
        AuditQuery query() {
            return new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), from, to);
        }
    }

    private record Line(long seq, String text) {}

    /** Oldest first, read while it is sent. */
    public InputStream lines(Range range) {
        return new PagedStream(new PagedStream.Pages() {
            private long after = range.first().orElse(1L) - 1;
            private boolean over;

            @Override
            public Optional<byte[]> next() {
                if (over) {
                    return Optional.empty();
                }
                var page = page(range, after);
                over = page.size() < ROWS_AT_ONCE;
                if (page.isEmpty()) {
                    return Optional.empty();
                }
                after = page.getLast().seq();
                var text = new StringBuilder();
                page.forEach(line -> text.append(line.text()).append('\n'));
                return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private List<Line> page(Range range, long after) {
        return database.read(sql -> {
            var asked = AuditSql.of(sql, range.query()).above(after);
            range.last().ifPresent(last -> asked.below(last + 1));
            return sql.list(asked.text(SELECT, OLDEST), AuditExport::line, asked.arguments(ROWS_AT_ONCE));
        });
    }

    private static Line line(ResultSet row) throws SQLException {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("seq", row.getLong("seq"));
        fields.put("at", Statements.getInstant(row, "at").toString());
        fields.put("actorKind", row.getString("actor_kind"));
        fields.put("actorId", row.getString("actor_id"));
        fields.put("via", row.getString("via"));
        fields.put("action", row.getString("action"));
        fields.put("objectKind", row.getString("object_kind"));
        fields.put("objectId", row.getString("object_id"));
        fields.put("detail", row.getString("detail"));
        fields.put("reason", row.getString("reason"));
        fields.put("previous", HexFormat.of().formatHex(row.getBytes("prev_hash")));
        fields.put("hash", HexFormat.of().formatHex(row.getBytes("hash")));
        return new Line(row.getLong("seq"), CanonicalJson.write(fields));
    }
}
