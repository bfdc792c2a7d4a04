package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import licet.registry.platform.Cursor;
import licet.registry.platform.Statements;
import licet.registry.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shape of a list's query finds its rows by the index that was made for it. The settings are those of the product;
 * nothing is forbidden to the planner.
 */
class ModelPlansTest {
    private static final int MODELS = 20_000;
    private static final int LIMIT = 51;
    /** In the proportion that the product's window has to a whole catalog. */
    private static final int WINDOW = 200;

    private static TestDatabase database;
    private static Connection connection;
    private static Statements sql;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.create();
        try (var owner = database.owner().connect()) {
            fill(new Statements(owner));
        }
        connection = database.app().connect();
        connection.setAutoCommit(false);
        sql = new Statements(connection);
        ModelFinder.settings(sql);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        database.close();
    }

    private static void fill(Statements owner) {
        owner.update(
                "INSERT INTO profile (digest, tier, body) SELECT 'd' || n, 'listed', '{}' FROM generate_series(1, 400) n");
        owner.update(
                "INSERT INTO model (source, source_id, owner, name, tier, first_seen_at, released_at, parameters,"
                        + " current_profile_id) SELECT 'hub', n::text, 'o' || md5((n % 3000)::text), md5(n::text) || 'B', 'listed',"
                        + " now(), now() - n * interval '1 minute', CASE WHEN n % 9 = 0 THEN n * 1000 END,"
                        + " (SELECT min(id) FROM profile) + (n % 400) FROM generate_series(1, ?) n",
                MODELS);
        owner.update(
                "INSERT INTO popularity (model_id, downloads, likes) SELECT id, id * 7 % 10007, id % 100 FROM model");
        for (String table : List.of("profile", "model", "popularity")) {
            owner.update("VACUUM (ANALYZE) " + table);
        }
    }

    private static Optional<Cursor> middle(ModelSort sort) {
        return Optional.of(new Cursor(
                sort.word(),
                switch (sort) {
                    case NAME -> "o8";
                    case RELEASED -> "2026-01-01T00:00:00Z";
                    case PARAMETERS, DOWNLOADS -> "5000";
                    case LIKES -> "50";
                },
                1000));
    }

    private static BranchSql of(Branch branch, ModelSort sort, Optional<Cursor> cursor) {
        return new BranchSql(new Visible("hub"), branch, sort, cursor, LIMIT);
    }

    private static List<Long> profiles(int count) {
        long first = sql.get("SELECT min(id) AS id FROM profile", row -> row.getLong("id"));
        return LongStream.range(first, first + count).boxed().toList();
    }

    /** The plan; it may read no table of models from end to end. */
    private static String plan(SqlText text) {
        String plan = String.join("\n", sql.list("EXPLAIN " + text.text(), row -> row.getString(1), text.arguments()));
        assertThat(plan).doesNotContain("Seq Scan on model").doesNotContain("Seq Scan on popularity");
        return plan;
    }

    static Stream<List<Object>> sortsAndPlaces() {
        var all = new ArrayList<List<Object>>();
        for (var sort : ModelSort.values()) {
            all.add(List.of(sort, Optional.empty()));
            all.add(List.of(sort, middle(sort)));
        }
        return all.stream();
    }

    private static String index(ModelSort sort) {
        return (sort.isPopularity() ? "popularity_by_" : "model_by_") + sort.word();
    }

    private static String indexByProfile(ModelSort sort) {
        return (sort.isPopularity() ? "popularity_by_profile_" : "model_by_profile_") + sort.word();
    }

    @ParameterizedTest
    @MethodSource("sortsAndPlaces")
    @SuppressWarnings("unchecked")
    void aPageOfEverythingReadsTheIndexOfItsSort(List<Object> of) {
        var sort = (ModelSort) of.getFirst();
        var plan = plan(of(Branch.ALL, sort, (Optional<Cursor>) of.getLast()).walk(LIMIT));
        assertThat(plan).contains(index(sort)).doesNotContain("Sort Key");
        if (((Optional<Cursor>) of.getLast()).isPresent()) {
            assertThat(plan).as("the page begins inside of the index").containsPattern("Index Cond: \\(ROW");
        }
    }

    @ParameterizedTest
    @MethodSource("sortsAndPlaces")
    @SuppressWarnings("unchecked")
    void aWindowIsReadInTheOrderOfItsSort(List<Object> of) {
        var sort = (ModelSort) of.getFirst();
        for (String text : List.of("q", "ab", "abc")) {
            var whole = Branch.ALL.withText(SearchText.of(text)).without(profiles(9));
            assertThat(plan(of(whole, sort, (Optional<Cursor>) of.getLast()).walk(WINDOW)))
                    .contains(index(sort))
                    .doesNotContain("Sort Key");
            for (var alternative : SearchText.of(text).alternatives()) {
                var branch = Branch.ALL.withText(alternative).without(profiles(9));
                assertThat(plan(of(branch, sort, (Optional<Cursor>) of.getLast())
                                .walk(WINDOW)))
                        .contains(index(sort))
                        .doesNotContain("Sort Key");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sortsAndPlaces")
    @SuppressWarnings("unchecked")
    void profilesAreMergedFromTheirOwnLists(List<Object> of) {
        var sort = (ModelSort) of.getFirst();
        for (int count : List.of(1, 40, 400)) {
            var branch = Branch.ALL.withProfiles(profiles(count));
            assertThat(plan(of(branch, sort, (Optional<Cursor>) of.getLast()).merge()))
                    .contains(indexByProfile(sort));
        }
    }

    @ParameterizedTest
    @MethodSource("sortsAndPlaces")
    @SuppressWarnings("unchecked")
    void whatIsRareIsGatheredByItsOwnIndex(List<Object> of) {
        var sort = (ModelSort) of.getFirst();
        var cursor = (Optional<Cursor>) of.getLast();
        assertThat(plan(of(Branch.ALL.withText(new SearchText.Part("c4ca4238", true)), sort, cursor)
                        .gather()))
                .contains("model_by_part");
        assertThat(plan(of(Branch.ALL.withText(SearchText.of("zq")), sort, cursor)
                        .gather()))
                .contains("model_by_name", "model_by_short_name");
        assertThat(plan(of(Branch.ALL.withText(new SearchText.OwnerBeginning("zq")), sort, cursor)
                        .gather()))
                .contains("model_by_name");
        assertThat(plan(of(Branch.ALL.withText(new SearchText.NameBeginning("zq")), sort, cursor)
                        .gather()))
                .contains("model_by_short_name");
        assertThat(plan(of(Branch.ALL.withOwners(List.of("oc4ca4238a0b923820dcc509a6f75849b")), sort, cursor)
                        .gather()))
                .contains("model_name_held");
        assertThat(plan(of(Branch.ALL.withModels(List.of(1L, 2L, 3L)), sort, cursor)
                        .gather()))
                .contains("model_pk");
        var both = Branch.ALL.withProfiles(profiles(2)).withText(new SearchText.Part("abc", true));
        assertThat(plan(of(both, sort, cursor).gather())).containsAnyOf("model_by_profile", "model_by_part");
        var few = Branch.ALL.withProfiles(profiles(2)).withText(new SearchText.Part("abc", false));
        assertThat(plan(of(few, sort, cursor).gather()))
                .contains("model_by_profile")
                .doesNotContain("model_by_part");
    }

    @Test
    void namesOfOneOwnerAreReadFromWhereTheyBegin() {
        var ofOwner = Branch.ALL.withOwners(List.of("oc4ca4238a0b923820dcc509a6f75849b"));
        var beginning = Branch.ALL.withText(new SearchText.OwnerBeginning("oc"));
        for (var branch : List.of(ofOwner, beginning)) {
            assertThat(plan(of(branch, ModelSort.NAME, Optional.empty()).walk(WINDOW)))
                    .containsPattern("model_by_name .*\\n.*Index Cond: \\(\\(full_name_lower >=")
                    .doesNotContain("Sort Key");
        }
    }

    @Test
    void countsReadTheNarrowIndexOfProfiles() {
        var plan = plan(of(Branch.ALL.withProfiles(profiles(3)), ModelSort.NAME, Optional.empty())
                .count(10_001));
        assertThat(plan).contains("Index Only Scan using model_by_profile ");
    }

    @Test
    void modelsAreFoundByTheirNames() {
        var names = new SqlText().add(NamedModels.FIND, new String[] {"hub", "local"}, new String[] {"o1/a", "/b"});
        assertThat(plan(names)).contains("model_by_name ");
    }
}
