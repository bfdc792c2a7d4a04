package licet.registry.release;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.release.ModelFamilies;
import licet.rules.release.ModelFamily;
import licet.rules.release.Period;
import licet.rules.release.Release;
import licet.rules.release.Releases;

/** What repositories show of releases, and what is known of their dates. */
@Singleton
final class RecordedReleases {
    /** More than this of one kind nobody reads at once; the newest stay. */
    static final int MOST = 20_000;

    private static final String NAMED =
            " (CAST(? AS text[]) IS NULL OR EXISTS (SELECT 1 FROM unnest(CAST(? AS text[])) AS p"
                    + " (beginning) WHERE m.full_name_lower >= p.beginning AND m.full_name_lower < p.beginning || chr(1114111)))";
    private static final String PUBLISHED = "SELECT m.id, m.owner, m.name, m.released_at AS at FROM model m"
            + " WHERE m.source = ? AND m.name_lost_at IS NULL AND m.tier <> 'listed'"
            + " AND coalesce(m.released_at, '-infinity') BETWEEN ? AND ? AND" + NAMED
            + " ORDER BY coalesce(m.released_at, '-infinity') DESC, m.id DESC LIMIT " + MOST;
    private static final String DRIFTED = "SELECT d.id, d.kind, m.owner, m.name, d.seen_at AS at FROM drift d"
            + " JOIN model m ON m.id = d.model_id WHERE d.kind IN ('license-tag', 'license-text', 'weights', 'gone',"
            + " 'returned', 'disabled') AND (d.kind <> 'disabled' OR d.detail LIKE '%true%') AND d.kind <> 'returned'"
            + " AND m.source = ? AND d.seen_at BETWEEN ? AND ? AND" + NAMED
            + " ORDER BY d.seen_at DESC, d.id DESC LIMIT " + MOST;
    private static final String SUCCEEDED = "SELECT m.id, m.owner, m.name, s.successor, min(s.taken_at) AS at"
            + " FROM snapshot s JOIN model m ON m.id = s.model_id WHERE s.successor IS NOT NULL AND m.source = ?"
            + " AND m.name_lost_at IS NULL AND s.taken_at BETWEEN ? AND ? AND" + NAMED
            + " GROUP BY m.id, m.owner, m.name, s.successor ORDER BY at DESC, m.id DESC LIMIT " + MOST;

    private final Database database;
    private final Releases releases;
    private final ModelFamilies families;
    private final String source;

    RecordedReleases(Database database, Releases releases, ModelFamilies families, HubMode mode) {
        this.database = database;
        this.releases = releases;
        this.families = families;
        this.source = mode.source();
    }

    List<ReleaseEvent> list(ReleaseQuery query) {
        var arguments = arguments(query);
        return database.read(sql -> Stream.of(
                        sql.list(PUBLISHED, this::published, arguments),
                        sql.list(DRIFTED, this::drifted, arguments),
                        sql.list(SUCCEEDED, this::succeeded, arguments))
                .flatMap(List::stream)
                .filter(query::wants)
                .toList());
    }

    /** A month is looked at from before its first day: what is dated to a month stands at that day. */
    private Object[] arguments(ReleaseQuery query) {
        var names = query.family().map(this::beginnings).orElse(null);
        return new Object[] {
            source,
            query.from().minusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC),
            query.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
            names,
            names
        };
    }

    private String[] beginnings(String family) {
        return families.find(family)
                .map(ModelFamily::beginnings)
                .orElseGet(() -> List.of(family + "/"))
                .toArray(String[]::new);
    }

    private ReleaseEvent published(ResultSet row) throws SQLException {
        var model = model(row);
        var release = releases.find(model);
        var on = release.map(Release::released).map(Period::of).orElseGet(() -> day(at(row)));
        return event(
                "published:" + row.getLong("id"),
                ReleaseKind.PUBLISHED,
                model,
                on,
                release.map(one -> switch (one.basis()) {
                            case LICENSE_TEXT -> ReleaseEvent.Basis.LICENSE_TEXT;
                            case GENERAL_KNOWLEDGE -> ReleaseEvent.Basis.GENERAL_KNOWLEDGE;
                            case STATED -> ReleaseEvent.Basis.STATED;
                        })
                        .orElse(ReleaseEvent.Basis.REPOSITORY));
    }

    private ReleaseEvent drifted(ResultSet row) throws SQLException {
        var kind = switch (row.getString("kind")) {
            case "license-tag", "license-text" -> ReleaseKind.LICENSE;
            case "weights" -> ReleaseKind.VERSION;
            default -> ReleaseKind.REMOVED;
        };
        return event("drift:" + row.getLong("id"), kind, model(row), day(at(row)), ReleaseEvent.Basis.REPOSITORY);
    }

    private ReleaseEvent succeeded(ResultSet row) throws SQLException {
        String successor = row.getString("successor");
        var plain = event(
                "successor:" + row.getLong("id") + ":" + successor,
                ReleaseKind.SUPERSEDED,
                model(row),
                day(at(row)),
                ReleaseEvent.Basis.REPOSITORY);
        return new ReleaseEvent(
                plain.id(),
                plain.kind(),
                plain.family(),
                plain.model(),
                plain.first(),
                plain.last(),
                true,
                Optional.of(successor),
                plain.basis(),
                plain.source(),
                plain.note());
    }

    private ReleaseEvent event(String id, ReleaseKind kind, ModelId model, Period on, ReleaseEvent.Basis basis) {
        var said = basis == ReleaseEvent.Basis.STATED
                ? releases.find(model).flatMap(Release::stated)
                : Optional.<Release.Statement>empty();
        return new ReleaseEvent(
                id,
                kind,
                families.keyOf(model),
                Optional.of(model.value()),
                on.first(),
                on.last(),
                true,
                Optional.empty(),
                basis,
                said.map(Release.Statement::by),
                Optional.empty());
    }

    private static ModelId model(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        return new ModelId(owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name"));
    }

    private static Instant at(ResultSet row) {
        try {
            return Statements.getInstant(row, "at");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Period day(Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Period(day, day);
    }
}
