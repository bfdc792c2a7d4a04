package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import licet.registry.catalog.Catalog;
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

    private final Database database;
    private final Catalog catalog;
    private final Populations populations;
    private volatile Taken taken = new Taken(List.of(), 0);

    CatalogSample(Database database, Catalog catalog, Populations populations) {
        this.database = database;
        this.catalog = catalog;
        this.populations = populations;
    }

    private record Row(String foundBy, String fullName, String name, long profile) {}

    private record Taken(List<Row> rows, long ofModels) {}

    /** The part of all models that is in a branch, from 0 to 1; 0 where the sample has none. */
    double partOf(Branch branch) {
        var rows = rows();
        Predicate<Row> profiles = profiles(branch.profiles(), branch.otherThan());
        Predicate<Row> text = branch.text().map(CatalogSample::text).orElse(_ -> true);
        return rows.isEmpty() ? 0 : rows.stream().filter(profiles.and(text)).count() / (double) rows.size();
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
            case SearchText.Part(var part) -> row -> row.foundBy().contains(part);
        };
    }

    private List<Row> rows() {
        long total = populations.total();
        var last = taken;
        if (total > last.ofModels() * GROWTH) {
            last = new Taken(take(total), total);
            taken = last;
        }
        return last.rows();
    }

    /** Whole blocks, each with a few dozen rows that came at one time: cheap, and good enough for a choice of ways. */
    private List<Row> take(long total) {
        double percent = Math.min(100, ROWS * 100.0 / total);
        return database.read(sql -> sql.list(
                "SELECT found_by, full_name_lower, name_lower, current_profile_id FROM model TABLESAMPLE SYSTEM (?)"
                        + " WHERE source = ? AND name_lost_at IS NULL",
                row -> new Row(
                        row.getString("found_by"),
                        row.getString("full_name_lower"),
                        row.getString("name_lower"),
                        row.getLong("current_profile_id")),
                percent,
                catalog.source()));
    }
}
