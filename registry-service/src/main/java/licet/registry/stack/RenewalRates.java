package licet.registry.stack;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import org.jspecify.annotations.Nullable;

/** Counts what closed reviews decided, by everything at once in one look at the decisions. */
@Singleton
public class RenewalRates {
    private static final List<String> DIMENSIONS = List.of("family", "developer", "license", "country", "quarter");
    private static final String COUNT = "SELECT %1$s, count(*) FILTER (WHERE decision = 'renew') AS renewed,"
            + " count(*) FILTER (WHERE decision = 'replace') AS replaced,"
            + " count(*) FILTER (WHERE decision = 'retire') AS retired"
            + " FROM (SELECT i.*, to_char(r.ended_at AT TIME ZONE 'UTC', 'YYYY-\"Q\"Q') AS quarter"
            + " FROM stack_review r JOIN stack_review_item i ON i.review_id = r.id JOIN stack s ON s.id = r.stack_id"
            + " JOIN team t ON t.id = s.team_id WHERE r.state = 'closed' AND r.ended_at >= ? AND r.ended_at < ?"
            + " AND s.key = coalesce(?, s.key) AND t.key = coalesce(?, t.key)) AS decided"
            + " GROUP BY GROUPING SETS (%2$s)";
    private static final Comparator<Renewals.Rate> MOST =
            Comparator.comparing(Renewals.Rate::decided).reversed().thenComparing(Renewals.Rate::of);

    private final Database database;

    RenewalRates(Database database) {
        this.database = database;
    }

    private record Counted(String by, Renewals.Rate rate) {}

    public Renewals of(RenewalQuery query) {
        var sql = COUNT.formatted(
                String.join(", ", DIMENSIONS),
                DIMENSIONS.stream().map(name -> "(" + name + ")").collect(Collectors.joining(", ")));
        Map<String, List<Renewals.Rate>> by = database
                .read(statements -> statements.list(
                        sql,
                        RenewalRates::read,
                        start(query.from()),
                        start(query.to().plusDays(1)),
                        query.stack().orElse(null),
                        query.team().orElse(null)))
                .stream()
                .collect(Collectors.groupingBy(Counted::by, Collectors.mapping(Counted::rate, Collectors.toList())));
        return new Renewals(
                query.from(),
                query.to(),
                all(by.getOrDefault("quarter", List.of())),
                sorted(by, "family", MOST),
                sorted(by, "developer", MOST),
                sorted(by, "license", MOST),
                sorted(by, "country", MOST),
                sorted(by, "quarter", Comparator.comparing(Renewals.Rate::of)));
    }

    private static @Nullable Object start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static List<Renewals.Rate> sorted(
            Map<String, List<Renewals.Rate>> by, String dimension, Comparator<Renewals.Rate> order) {
        return by.getOrDefault(dimension, List.of()).stream().sorted(order).toList();
    }

    private static Renewals.Rate all(List<Renewals.Rate> parts) {
        return Renewals.Rate.of(
                "all",
                parts.stream().mapToLong(Renewals.Rate::renewed).sum(),
                parts.stream().mapToLong(Renewals.Rate::replaced).sum(),
                parts.stream().mapToLong(Renewals.Rate::retired).sum());
    }

    /** Of each line just the column that it is grouped by is there. */
    private static Counted read(ResultSet row) throws SQLException {
        for (var dimension : DIMENSIONS) {
            var of = row.getString(dimension);
            if (of != null) {
                return new Counted(
                        dimension,
                        Renewals.Rate.of(of, row.getLong("renewed"), row.getLong("replaced"), row.getLong("retired")));
            }
        }
        throw new IllegalStateException("a line that is grouped by nothing");
    }
}
