package licet.registry.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.verdict.Reach;
import org.jspecify.annotations.Nullable;

/** Rows of papers. */
final class PaperTable {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT = "SELECT i.*, r.revoked_at, r.revoked_by, r.reason FROM instrument i"
            + " LEFT JOIN instrument_revocation r ON r.instrument_id = i.id";
    private static final String ENDS = "coalesce(acts_until, 'infinity')";

    private PaperTable() {}

    static Optional<Paper> find(Statements sql, long id) {
        return sql.find(SELECT + " WHERE i.id = ?", PaperTable::read, id);
    }

    static List<Paper> listUnrevoked(Statements sql) {
        return sql.list(SELECT + " WHERE r.instrument_id IS NULL ORDER BY i.id", PaperTable::read);
    }

    /** Those that end first come first. */
    static List<Paper> list(Statements sql, PaperQuery query, Instant now) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        query.kind().ifPresent(kind -> {
            where.add("i.kind = ?");
            arguments.add(kind.word());
        });
        query.state().ifPresent(state -> {
            where.add(condition(state));
            for (long at = condition(state).chars().filter(c -> c == '?').count(); at > 0; at--) {
                arguments.add(now);
            }
        });
        query.endsBefore().ifPresent(end -> {
            where.add("i.acts_until < ?");
            arguments.add(end);
        });
        query.after().ifPresent(after -> {
            where.add("(" + ENDS + ", i.id) > (SELECT " + ENDS.replace("acts_until", "o.acts_until")
                    + ", o.id FROM instrument o WHERE o.id = ?)");
            arguments.add(after);
        });
        arguments.add(query.limit());
        return sql.list(
                SELECT + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where)) + " ORDER BY " + ENDS
                        + ", i.id LIMIT ?",
                PaperTable::read,
                arguments.toArray());
    }

    static List<Ending> endings(Statements sql, Instant from, Instant before) {
        return sql.list(
                "SELECT to_char(i.acts_until AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*) AS papers"
                        + " FROM instrument i LEFT JOIN instrument_revocation r ON r.instrument_id = i.id"
                        + " WHERE r.instrument_id IS NULL AND i.acts_until >= ? AND i.acts_until < ? GROUP BY month",
                row -> new Ending(YearMonth.parse(row.getString("month")), row.getLong("papers")),
                from,
                before);
    }

    private static String condition(PaperState state) {
        return switch (state) {
            case PENDING -> "r.instrument_id IS NULL AND i.acts_from > ?";
            case ACTING ->
                "r.instrument_id IS NULL AND i.acts_from <= ? AND (i.acts_until IS NULL OR i.acts_until > ?)";
            case EXPIRED -> "r.instrument_id IS NULL AND i.acts_until <= ?";
            case REVOKED -> "r.instrument_id IS NOT NULL";
        };
    }

    static long insert(Statements sql, PaperContent paper, Recorded recorded) {
        var reach = paper.reach();
        return sql.get(
                "INSERT INTO instrument (kind, title, party, statement, text_key, text_sha256, lifts, deployments,"
                        + " licensees, models, acts, places, acts_from, acts_until, document_sha256, document_name,"
                        + " document_type, replaces, recorded_at, recorded_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                row -> row.getLong("id"),
                paper.kind().word(),
                paper.title(),
                paper.party(),
                paper.statement(),
                paper.text().orElse(null),
                paper.textSha256().map(HEX::parseHex).orElse(null),
                paper.lifts().toArray(String[]::new),
                array(reach.deployments(), DeploymentKey::value),
                array(reach.licensees(), EntityKey::value),
                array(reach.models(), ModelId::value),
                array(reach.acts(), Ids::of),
                array(reach.places(), Country::code),
                paper.from(),
                paper.until().orElse(null),
                recorded.document()
                        .map(document -> HEX.parseHex(document.sha256()))
                        .orElse(null),
                recorded.document().map(Paper.Document::name).orElse(null),
                recorded.document().map(Paper.Document::type).orElse(null),
                recorded.replaces().orElse(null),
                recorded.at(),
                recorded.by());
    }

    /** How a paper came on record. */
    record Recorded(Optional<Paper.Document> document, Optional<Long> replaces, Instant at, UUID by) {}

    private static <T> String[] array(Set<T> values, Function<T, String> written) {
        return values.stream().map(written).toArray(String[]::new);
    }

    private static Paper read(ResultSet row) throws SQLException {
        var document = Optional.ofNullable(row.getBytes("document_sha256"));
        var revoked = Optional.ofNullable(row.getObject("revoked_by", UUID.class));
        return new Paper(
                row.getLong("id"),
                content(row),
                document.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Paper.Document(
                                row.getString("document_name"),
                                row.getString("document_type"),
                                HEX.formatHex(document.get()))),
                Optional.ofNullable(row.getObject("replaces", Long.class)),
                Statements.getInstant(row, "recorded_at"),
                row.getObject("recorded_by", UUID.class),
                revoked.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Paper.Revocation(
                                Statements.getInstant(row, "revoked_at"), revoked.get(), row.getString("reason"))));
    }

    private static PaperContent content(ResultSet row) throws SQLException {
        return new PaperContent(
                Ids.parse(PaperKind.class, row.getString("kind")),
                row.getString("title"),
                row.getString("party"),
                row.getString("statement"),
                Optional.ofNullable(row.getString("text_key")),
                Optional.ofNullable(row.getBytes("text_sha256")).map(HEX::formatHex),
                new TreeSet<>(texts(row, "lifts")),
                new Reach(
                        set(row, "deployments", DeploymentKey::new),
                        set(row, "licensees", EntityKey::new),
                        set(row, "models", ModelId::new),
                        set(row, "acts", act -> Ids.parse(Act.class, act)),
                        set(row, "places", Country::new),
                        Set.of()),
                Statements.getInstant(row, "acts_from"),
                row.getObject("acts_until") == null
                        ? Optional.empty()
                        : Optional.of(Statements.getInstant(row, "acts_until")));
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read) throws SQLException {
        return texts(row, column).stream().map(read).collect(Collectors.toSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
