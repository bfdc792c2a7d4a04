package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Cursor;
import licet.registry.platform.Statements;

/** Finds the first rows of branches in the order of a sort, each by the way that is bounded for it. */
@Singleton
final class ModelFinder {
    /** Rows of a sort's index that are read in the hope of a full page; more would cost more than any other way. */
    static final int WINDOW = 10_000;

    /** The widest window: where models are rare, reading more rows still costs less than gathering. */
    private static final int WIDEST = 40_000;

    private static final int COUNT_UP_TO = 10_000;
    /** Up to so many are counted for a page that was found without counting. */
    private static final int COUNTED_BESIDE = COUNT_UP_TO / 2;
    /** A page is expected within this part of the window. */
    private static final double EXPECTED = 0.5;
    /** So many times rarer is more than chance in a sample. */
    private static final int CLEARLY = 3;
    /** Gathering a row costs as much as reading so many in the order of an index. */
    private static final int GATHERED = 3;
    /** Looking at a row costs as much as so many entries of the trigrams, of which a text has one for each letter. */
    private static final int LOOKED_AT = 20;

    private final Catalog catalog;
    private final Populations populations;
    private final CatalogSample sample;

    ModelFinder(Catalog catalog, Populations populations, CatalogSample sample) {
        this.catalog = catalog;
        this.populations = populations;
        this.sample = sample;
    }

    /** @param value of the sort, as a cursor holds it */
    record Key(String value, long id) {}

    /** @param more whether there are more than counted */
    record Total(long models, boolean more) {
        static final Total NONE = new Total(0, false);

        static Total of(long counted) {
            return counted > COUNT_UP_TO ? new Total(COUNT_UP_TO, true) : new Total(counted, false);
        }

        Total and(Total other) {
            long sum = models + other.models;
            return new Total(Math.min(sum, COUNT_UP_TO), more || other.more || sum > COUNT_UP_TO);
        }
    }

    record Found(List<Key> keys, Total total) {
        static final Found NOTHING = new Found(List.of(), Total.NONE);

        Found {
            keys = List.copyOf(keys);
        }
    }

    /** What a page is: which sort, from where, how many rows, and whether somebody reads the total. */
    record Page(ModelSort sort, Optional<Cursor> cursor, int limit, boolean counted) {}

    Found find(Statements sql, List<Branch> branches, Page page) {
        settings(sql);
        return branches.stream()
                .flatMap(branch -> page.sort() == ModelSort.NAME ? branch.alternatives() : Stream.of(branch))
                .map(branch -> find(sql, branch, page))
                .reduce((left, right) -> merged(left, right, page))
                .orElse(Found.NOTHING);
    }

    /** The best plan depends on the very values, and none of these statements is worth compiling or sharing out. */
    static void settings(Statements sql) {
        sql.find(
                "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),"
                        + " set_config('max_parallel_workers_per_gather', '0', true)",
                row -> true);
    }

    private static Found merged(Found left, Found right, Page page) {
        var all = new ArrayList<>(left.keys());
        all.addAll(right.keys());
        Comparator<Key> ascending =
                Comparator.comparing(Key::value, page.sort()::compare).thenComparing(Key::id);
        all.sort(page.sort().isDescending() ? ascending.reversed() : ascending);
        return new Found(
                all.subList(0, Math.min(all.size(), page.limit())), left.total().and(right.total()));
    }

    private Found find(Statements sql, Branch branch, Page page) {
        var statements = statements(branch, page);
        if (branch.isEverything()) {
            return new Found(keys(sql, statements.walk(page.limit()), page), total(sql, statements, page));
        }
        if (branch.isProfilesAlone()) {
            var keys = isWalk(part(branch), page) ? keys(sql, statements.walk(WINDOW), page) : List.<Key>of();
            return new Found(
                    keys.size() == page.limit() ? keys : keys(sql, statements.merge(), page),
                    total(sql, statements, page));
        }
        double models = sample.partOf(branch) * populations.total();
        var window = window(branch, models, page);
        if (window.isPresent()) {
            var keys = keys(sql, statements.walk(window.get()), page);
            if (keys.size() == page.limit()) {
                return new Found(keys, total(sql, statements, page, models));
            }
        }
        return gathered(sql, statements(byTheShorterIndex(branch), page).gather(), page);
    }

    private BranchSql statements(Branch branch, Page page) {
        return new BranchSql(new Visible(catalog.source()), branch, page.sort(), page.cursor(), page.limit());
    }

    /** How many rows of the sort's index to read, where that costs less than finding and sorting so many models. */
    private Optional<Integer> window(Branch branch, double models, Page page) {
        if (branch.models().isPresent()) {
            return Optional.empty();
        }
        if (page.sort() == ModelSort.NAME && branch.names().isPresent()) {
            return Optional.of(WINDOW);
        }
        double needed = page.limit() * distance(branch, models, page);
        return needed < models * GATHERED && needed <= WIDEST * EXPECTED
                ? Optional.of((int) Math.max(WINDOW, needed / EXPECTED))
                : Optional.empty();
    }

    /** Rows from one of so many models to the next where the page begins, if they are clearly rarer there than elsewhere. */
    private double distance(Branch branch, double models, Page page) {
        double everywhere = models == 0 ? Double.POSITIVE_INFINITY : populations.total() / models;
        double here = sample.distance(branch, page.sort(), page.cursor());
        return here > everywhere * CLEARLY ? here : everywhere;
    }

    /** Where many models have the text and few the profiles, each of those few is looked at. */
    private Branch byTheShorterIndex(Branch branch) {
        if (branch.profiles().isEmpty()
                || branch.text().isEmpty()
                || !(branch.text().get() instanceof SearchText.Part(var part, var _))) {
            return branch;
        }
        double entries =
                part.length() * sample.partOf(Branch.ALL.withText(branch.text().get())) * populations.total();
        return populations.of(branch.profiles().get()) * LOOKED_AT < entries
                ? branch.withText(new SearchText.Part(part, false))
                : branch;
    }

    /** Whether so large a part of all models fills a page within a window, if it does not stand at one end. */
    private static boolean isWalk(double part, Page page) {
        return part * WINDOW * EXPECTED >= page.limit();
    }

    private double part(Branch branch) {
        long total = populations.total();
        long models = branch.profiles().map(populations::of).orElse(total);
        return total == 0 ? 0 : models / (double) total;
    }

    private static List<Key> keys(Statements sql, SqlText text, Page page) {
        return sql.list(text.text(), row -> new Key(page.sort().text(row), row.getLong("id")), text.arguments());
    }

    private static Found gathered(Statements sql, SqlText text, Page page) {
        record Row(long total, Optional<Key> key) {}
        var rows = sql.list(
                text.text(),
                row -> new Row(
                        row.getLong("total"),
                        row.getObject("id") == null
                                ? Optional.empty()
                                : Optional.of(new Key(page.sort().text(row), row.getLong("id")))),
                text.arguments());
        return new Found(
                rows.stream().flatMap(row -> row.key().stream()).toList(),
                Total.of(rows.getFirst().total()));
    }

    /** @param models about how many there are, by the sample */
    private Total total(Statements sql, BranchSql statements, Page page, double models) {
        if (page.counted() && models <= COUNTED_BESIDE) {
            return counted(sql, statements);
        }
        return models > 2 * COUNT_UP_TO ? new Total(COUNT_UP_TO, true) : new Total(page.limit() - 1L, true);
    }

    private Total total(Statements sql, BranchSql statements, Page page) {
        if (!page.counted()) {
            return Total.NONE;
        }
        long known = statements.branch().profiles().map(populations::of).orElseGet(populations::total);
        // Numbers of a moment ago decide nothing near the limit.
        if (known > 2 * COUNT_UP_TO) {
            return new Total(COUNT_UP_TO, true);
        }
        return counted(sql, statements);
    }

    private static Total counted(Statements sql, BranchSql statements) {
        var count = statements.count(COUNT_UP_TO + 1);
        return Total.of(sql.get(count.text(), row -> row.getLong("total"), count.arguments()));
    }
}
