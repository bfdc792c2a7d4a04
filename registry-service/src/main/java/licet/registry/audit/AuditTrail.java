package licet.registry.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;

/** The audit log as people and programs read it, the newest entry first. */
@Singleton
public class AuditTrail {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    static final String NEWEST = " ORDER BY a.seq DESC LIMIT ?";
    static final String SELECT = "SELECT a.seq, a.at, a.actor_kind, a.actor_id, a.via, a.action, a.object_kind,"
            + " a.object_id, a.detail, a.reason, a.hash, p.display_name AS person, t.name AS token, t.owner_id,"
            + " o.display_name AS owner FROM audit_entry a"
            + " LEFT JOIN person_profile p ON p.person_id = a.actor_id"
            + " LEFT JOIN api_token t ON t.id = a.actor_id"
            + " LEFT JOIN person_profile o ON o.person_id = t.owner_id";
    private static final String SORT = "newest";

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    /**
     * One page.
     *
     * @param cursor of the page before
     * @param limit from 1 to {@value #MAX_LIMIT}
     * @throws licet.registry.platform.problem.ProblemException malformed, where cursor or limit are
     */
    public AuditLine.Page list(AuditQuery query, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw AuditQuery.malformed("limit", Integer.toString(limit), "use a number from 1 to " + MAX_LIMIT);
        }
        var before = cursor.map(AuditTrail::before);
        var found = database.read(sql -> {
            var asked = AuditSql.of(sql, query);
            before.ifPresent(asked::below);
            return sql.list(asked.text(SELECT, NEWEST), AuditTrail::read, asked.arguments(limit + 1));
        });
        var shown = found.stream().limit(limit).toList();
        return new AuditLine.Page(shown, found.size() > limit ? Optional.of(cursor(shown)) : Optional.empty());
    }

    private static long before(String cursor) {
        return Cursor.parse(cursor, SORT)
                .map(Cursor::id)
                .orElseThrow(() -> AuditQuery.malformed("cursor", cursor, "use the cursor of the page before"));
    }

    private static String cursor(List<AuditLine> shown) {
        return new Cursor(SORT, null, shown.getLast().seq()).text();
    }

    private static AuditLine read(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("seq"),
                Statements.getInstant(row, "at"),
                doer(row),
                row.getString("via"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_id"),
                CanonicalJson.read(row.getString("detail"), JsonNode.class),
                Optional.ofNullable(row.getString("reason")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static AuditLine.Doer doer(ResultSet row) throws SQLException {
        var name = Optional.ofNullable(row.getString("person"));
        var owner = Optional.ofNullable(row.getObject("owner_id", UUID.class));
        var ownerName = Optional.ofNullable(row.getString("owner"));
        var token = Optional.ofNullable(row.getString("token"));
        return new AuditLine.Doer(
                row.getString("actor_kind"),
                Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                name.or(() -> token),
                owner.map(id -> new AuditLine.Owner(id, ownerName)));
    }
}
