package licet.registry.decision;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import org.jspecify.annotations.Nullable;

/**
 * Some thousand models chosen by chance, in memory. How many of them fit says which way to the rest is the short one,
 * better than the planner knows it: text and profile together.
 */
@Singleton
final class CatalogSample {
    private static final long ROWS = 10_000;
    /** Taken again when there are so many times as many models. */
    private static final double GROWTH = 1.2;
    /** The first so many tell how far apart they are. */
    private static final int ENOUGH = 5;

    private static final String COLUMNS = Arrays.stream(ModelSort.values())
            .map(sort -> sort.value() + " AS " + sort.word())
            .collect(Collectors.joining(", "));

    private final Database database;
    private final Catalog catalog;
    private final Populations populations;
    private volatile Taken taken = Taken.of(List.of(), 0);

    CatalogSample(Database database, Catalog catalog, Populations populations) {
        this.database = database;
        this.catalog = catalog;
        this.populations = populations;
    }

    /** @param values of each sort, as cursors hold them */
    private record Row(
            String foundBy, String fullName, String name, long profile, long id, Map<ModelSort, String> values) {
        String value(ModelSort sort) {
            return Objects.requireNonNull(values.get(sort));
        }
    }

    /** @param ordered the same rows in the order of each sort */
    private record Taken(List<Row> rows, Map<ModelSort, List<Row>> ordered, long ofModels) {
        static Taken of(List<Row> rows, long ofModels) {
            var ordered = new EnumMap<ModelSort, List<Row>>(ModelSort.class);
            for (var sort : ModelSort.values()) {
                ordered.put(sort, rows.stream().sorted(order(sort)).toList());
            }
            return new Taken(rows, ordered, ofModels);
        }
    }

    private static Comparator<Row> order(ModelSort sort) {
        Comparator<Row> ascending = Comparator.comparing((Row row) -> row.value(sort), sort::compare)
                .thenComparing(Row::id);
        return sort.isDescending() ? ascending.reversed() : ascending;
    }

    /** The part of all models that is in a branch, from 0 to 1; 0 where the sample has none. */
    double partOf(Branch branch) {
        var rows = rows().rows();
        return rows.isEmpty() ? 0 : rows.stream().filter(in(branch)).count() / (double) rows.size();
    }

    /**
     * How many rows stand between two of a branch where a page begins: there they can be rarer than elsewhere, as names
     * that contain a text are when it is the name of one owner. Infinite where the sample has none.
     */
    double distance(Branch branch, ModelSort sort, Optional<Cursor> cursor) {
        Predicate<Row> passed = cursor.map(from -> before(from, sort)).orElse(_ -> false);
        var in = in(branch);
        int seen = 0;
        int found = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (var row : Objects.requireNonNull(rows().ordered().get(sort))) {
            if (passed.test(row)) {
                continue;
            }
            seen++;
            if (in.test(row)) {
                found++;
                distance = seen / (double) found;
                if (found == ENOUGH) {
                    break;
                }
            }
        }
        return distance;
    }

    private static Predicate<Row> before(Cursor from, ModelSort sort) {
        String value = Objects.requireNonNullElse(from.value(), sort.last());
        return row -> {
            int order = sort.compare(row.value(sort), value);
            return sort.isDescending() ? order >= 0 : order <= 0;
        };
    }

    private static Predicate<Row> in(Branch branch) {
        Predicate<Row> profiles = profiles(branch.profiles(), branch.otherThan());
        Predicate<Row> text = branch.text().map(CatalogSample::text).orElse(_ -> true);
        Predicate<Row> owners = branch.owners().map(CatalogSample::owners).orElse(_ -> true);
        return profiles.and(owners).and(text);
    }

    private static Predicate<Row> profiles(Optional<List<Long>> any, List<Long> none) {
        @Nullable Set<Long> wanted = any.<@Nullable Set<Long>>map(HashSet::new).orElse(null);
        var unwanted = new HashSet<>(none);
        return row -> (wanted == null || wanted.contains(row.profile())) && !unwanted.contains(row.profile());
    }

    private static Predicate<Row> text(SearchText text) {
        return switch (text) {
            case SearchText.Beginning(var of) ->
                row -> row.fullName().startsWith(of) || row.name().startsWith(of);
            case SearchText.OwnerBeginning(var of) -> row -> row.fullName().startsWith(of);
            case SearchText.NameBeginning(var of) ->
                row -> row.name().startsWith(of) && !row.fullName().startsWith(of);
            case SearchText.Part(var part, var _) -> row -> row.foundBy().contains(part);
        };
    }

    private static Predicate<Row> owners(List<String> names) {
        return row -> names.stream().anyMatch(name -> row.fullName().startsWith(name + "/"));
    }

    private Taken rows() {
        long total = populations.total();
        var last = taken;
        if (total > last.ofModels() * GROWTH) {
            last = Taken.of(take(total), total);
            taken = last;
        }
        return last;
    }

    /** Whole blocks, each with a few dozen rows that came at one time: cheap, and good enough for a choice of ways. */
    private List<Row> take(long total) {
        double percent = Math.min(100, ROWS * 100.0 / total);
        return database.read(sql -> sql.list(
                "SELECT m.found_by, m.full_name_lower, m.name_lower, m.current_profile_id, m.id, " + COLUMNS
                        + " FROM (SELECT * FROM model TABLESAMPLE SYSTEM (?)) m"
                        + " LEFT JOIN popularity p ON p.model_id = m.id WHERE m.source = ? AND m.name_lost_at IS NULL",
                CatalogSample::row,
                percent,
                catalog.source()));
    }

    private static Row row(ResultSet row) throws SQLException {
        var values = new EnumMap<ModelSort, String>(ModelSort.class);
        for (var sort : ModelSort.values()) {
            values.put(sort, sort.text(row, sort.word()));
        }
        return new Row(
                row.getString("found_by"),
                row.getString("full_name_lower"),
                row.getString("name_lower"),
                row.getLong("current_profile_id"),
                row.getLong("id"),
                values);
    }
}
